import { readRoster } from "#lib/roster/read-roster.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { replyRoster } from "#lib/server/reply-roster.ts";
import { defineRoute } from "#lib/server/route.ts";

/** The roster of a desk, as the viewer may see it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer, request, search }) => {
    const { desk } = readAddress(search);
    const shape = viewer.maySeeAll ? "full" : "plain";
    const answer = await readRoster(runtime.roster, { deskKey: desk, shape });
    return replyRoster(answer, request.headers.get("if-none-match"));
  },
});
