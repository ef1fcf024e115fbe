import { requireMetricsReader } from "#lib/auth/viewer.ts";
import { defineRoute } from "#lib/server/route.ts";
import { sampleRuntime } from "#lib/server/sample-runtime.ts";

/** What the product counts, in Prometheus's text form; for admins and for API keys of any role. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ runtime, viewer }) => {
    requireMetricsReader(viewer);
    const { metrics } = runtime;
    const headers = { "Content-Type": metrics.contentType, "Cache-Control": "no-store" };
    return new Response(await metrics.write(sampleRuntime(runtime)), { headers });
  },
});
