import { describeSite } from "#lib/server/embed-site.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";

/** What a frame needs to know before it can draw anything, once its viewer is known. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async (input) => replyJson(await describeSite(input, input.request.headers)),
});
