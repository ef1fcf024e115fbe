import { endSession } from "#lib/auth/session.ts";
import { defineRoute } from "#lib/server/route.ts";

/** Forgets the session of this browser. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  POST: ({ runtime }) => {
    const headers = { "Set-Cookie": endSession(runtime.access.sessions), "Cache-Control": "no-store" };
    return new Response(null, { status: 204, headers });
  },
});
