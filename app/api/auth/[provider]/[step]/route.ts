import { definePublicRoute } from "#lib/server/route.ts";
import { takeSignInStep } from "#lib/server/sign-in-step.ts";

/** `…/start` sends the browser to the provider, `…/callback` takes it back. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({ GET: takeSignInStep });
