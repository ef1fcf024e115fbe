import { requireManager } from "#lib/auth/viewer.ts";
import { AppError } from "#lib/errors.ts";
import { makeDownload } from "#lib/export/download.ts";
import { revokeCalendarFeed } from "#lib/roster/calendar-feeds.ts";
import { readCalendar } from "#lib/roster/read-calendar.ts";
import { requireViewer } from "#lib/server/guard.ts";
import { definePublicRoute } from "#lib/server/route.ts";
import { noteUse } from "#lib/server/watch.ts";

const lastOfPath = (request: Request) => new URL(request.url).pathname.split("/").at(-1) ?? "";

/** `SECRET.ics`: the calendar, open to whoever holds its address. By its id, a manager revokes it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  GET: async ({ runtime, request }) => {
    const [, secret] = /^([\w-]+)\.ics$/.exec(lastOfPath(request)) ?? [];
    if (secret === undefined) throw new AppError("not_found", "There is no such subscription.");
    return makeDownload("ics", await readCalendar(runtime, secret));
  },
  DELETE: async (input) => {
    const { runtime, viewer } = await requireViewer(input.request.headers);
    requireManager(viewer);
    const id = lastOfPath(input.request);
    await revokeCalendarFeed(runtime, id);
    await noteUse(input, viewer, "feed-revoked", { feed: id });
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  },
});
