import { judgeReadiness } from "#lib/server/readiness.ts";
import { replyJson } from "#lib/server/reply.ts";
import { definePublicRoute } from "#lib/server/route.ts";

/** Viewers can be sent here. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  GET: ({ runtime: { roster, startedMs, stopping } }) =>
    replyJson(judgeReadiness(roster, performance.now() - startedMs, stopping.signal.aborted)),
});
