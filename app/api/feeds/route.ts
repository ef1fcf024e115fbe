import { requireManager } from "#lib/auth/viewer.ts";
import type { MadeFeedJson } from "#lib/contract/feeds.ts";
import { AppError } from "#lib/errors.ts";
import { createCalendarFeed, listCalendarFeeds, revokeCalendarFeed } from "#lib/roster/calendar-feeds.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { readNewFeed } from "#lib/server/read-new-feed.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";

/** Calendar subscriptions: made, listed and revoked by managers. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer }) => {
    requireManager(viewer);
    return replyJson(await listCalendarFeeds(runtime));
  },
  POST: async ({ runtime, viewer, request, search }) => {
    requireManager(viewer);
    const { desk: deskKey } = readAddress(search);
    const input = { request: await readNewFeed(request), deskKey, createdBy: viewer.name };
    const { id, secret } = await createCalendarFeed(runtime, input);
    const url = `${runtime.settings.appUrl}/api/feeds/${secret}.ics`;
    return replyJson({ id, url } satisfies MadeFeedJson, 201);
  },
  DELETE: async ({ runtime, viewer, search }) => {
    requireManager(viewer);
    const id = search.get("id");
    if (id === null) throw new AppError("invalid", "Say which one: ?id=…");
    await revokeCalendarFeed(runtime, id);
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  },
});
