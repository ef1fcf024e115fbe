import { describeApi } from "#lib/contract/openapi.ts";
import { replyJson } from "#lib/server/reply.ts";
import { definePublicRoute } from "#lib/server/route.ts";
import packageJson from "../../../package.json" with { type: "json" };

/** The API for machines to read. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  GET: ({ runtime }) => replyJson(describeApi(packageJson.version, runtime.settings.basePath)),
});
