import type { HealthJson } from "#lib/contract/answers.ts";
import { replyJson } from "#lib/server/reply.ts";
import { definePublicRoute } from "#lib/server/route.ts";

/** The process is alive. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  GET: () => replyJson({ status: "ok" } satisfies HealthJson),
});
