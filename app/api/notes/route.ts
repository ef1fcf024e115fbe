import { NOTE_CODES_PARAM } from "#lib/contract/findings.ts";
import { readNotes } from "#lib/roster/read-notes.ts";
import { readAddress, readParam } from "#lib/server/read-address.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";

/** What looks wrong in the schedules of a desk, for machines. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer, search }) => {
    const { desk: deskKey } = readAddress(search);
    const codes = readParam(search, "code", NOTE_CODES_PARAM);
    return replyJson(await readNotes(runtime.roster, { deskKey, shape: viewer, codes }));
  },
});
