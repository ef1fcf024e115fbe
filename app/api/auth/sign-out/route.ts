import { endSession } from "#lib/auth/session.ts";
import { defineRoute } from "#lib/server/route.ts";
import { noteUse } from "#lib/server/watch.ts";

/** Forgets the session of this browser. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  POST: async (input) => {
    await noteUse(input, input.viewer, "sign-out");
    const headers = { "Set-Cookie": endSession(input.runtime.access.sessions), "Cache-Control": "no-store" };
    return new Response(null, { status: 204, headers });
  },
});
