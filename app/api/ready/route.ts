import { judgeReadiness } from "#lib/server/readiness.ts";
import { replyJson } from "#lib/server/reply.ts";
import { definePublicRoute } from "#lib/server/route.ts";

/** Viewers can be sent here. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  GET: ({ runtime }) => replyJson(judgeReadiness(runtime.roster, performance.now() - runtime.startedMs)),
});
