import { requireManager } from "#lib/auth/viewer.ts";
import type { MadeFeedJson } from "#lib/contract/feeds.ts";
import { AppError } from "#lib/errors.ts";
import { createCalendarFeed, listCalendarFeeds, revokeCalendarFeed } from "#lib/roster/calendar-feeds.ts";
import { readAddress } from "#lib/server/read-address.ts";
import { readNewFeed } from "#lib/server/read-new-feed.ts";
import { replyJson } from "#lib/server/reply.ts";
import { defineRoute } from "#lib/server/route.ts";
import { noteUse } from "#lib/server/watch.ts";

/** Calendar subscriptions: made, listed and revoked by managers. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer }) => {
    requireManager(viewer);
    return replyJson(await listCalendarFeeds(runtime));
  },
  POST: async (input) => {
    const { runtime, viewer, request, search } = input;
    requireManager(viewer);
    const { desk: deskKey } = readAddress(search);
    const wanted = { request: await readNewFeed(request), deskKey, createdBy: viewer.name };
    const { id, secret } = await createCalendarFeed(runtime, wanted);
    await noteUse(input, viewer, "feed-created", { feed: id });
    const url = `${runtime.settings.appUrl}/api/feeds/${secret}.ics`;
    return replyJson({ id, url } satisfies MadeFeedJson, 201);
  },
  DELETE: async (input) => {
    const { runtime, viewer, search } = input;
    requireManager(viewer);
    const id = search.get("id");
    if (id === null) throw new AppError("invalid", "Say which one: ?id=…");
    await revokeCalendarFeed(runtime, id);
    await noteUse(input, viewer, "feed-revoked", { feed: id });
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  },
});
