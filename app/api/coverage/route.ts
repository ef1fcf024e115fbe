import { readCoverage } from "#lib/roster/read-coverage.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";

/** Levels, gaps and single points of a week, for machines. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, search }) => {
    const { desk: deskKey, skill: skills, week, start, zone, away } = readAddress(search);
    return replyJson(await readCoverage(runtime.roster, { deskKey, week, start, zone, skills, away }));
  },
});
