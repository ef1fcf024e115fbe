import { readCoverage } from "#lib/roster/read-coverage.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";

/** Levels, gaps and single points of a week, for machines. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer, search }) => {
    const { desk: deskKey, skill: skills, week, start, zone, away } = readAddress(search);
    const question = { deskKey, shape: viewer, week, start, zone, skills, away };
    return replyJson(await readCoverage(runtime.roster, question));
  },
});
