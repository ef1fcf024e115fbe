import { refreshRoster } from "#lib/roster/refresh-roster.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";

/** Asks for a round now. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  POST: ({ runtime, viewer, search }) => {
    const { desk } = readAddress(search);
    return replyJson(refreshRoster(runtime.roster, { deskKey: desk, shape: viewer }), 202);
  },
});
