import "server-only";
import { readRoster } from "#lib/roster/read-roster.ts";
import { readAddress } from "./read-address.ts";
import { replyRoster } from "./reply-roster.ts";
import { defineRoute } from "./route.ts";

/** `/api/roster`: the roster of a desk, as the viewer may see it. In app/ for Next, and at the door for speed. */
export const ROSTER_ROUTE = defineRoute({
  GET: async ({ runtime, viewer, request, search }) => {
    const { desk } = readAddress(search);
    // A version that says nothing to us, whatever it is, is answered with the whole.
    const since = search.get("since");
    const answer = await readRoster(runtime.roster, { deskKey: desk, shape: viewer, since });
    return replyRoster(answer, request.headers.get("if-none-match"));
  },
});
