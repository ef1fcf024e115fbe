import "server-only";
import { beginSignIn, completeSignIn } from "#lib/auth/sign-in.ts";
import { AppError } from "#lib/errors.ts";
import type { RouteInput } from "./route.ts";

const STEPS = { start: beginSignIn, callback: completeSignIn } as const;

/**
 * `GET /api/auth/PROVIDER/start?next=…` and `…/callback`: wherever it leads, it is a redirect, and a refusal leads back
 * to the sign-in page without its reason. Throws `not_found` for a provider that is not the mode's.
 */
export async function takeSignInStep({ runtime, request, search }: RouteInput): Promise<Response> {
  const { signIn, log } = runtime;
  const [provider, step] = new URL(request.url).pathname.split("/").slice(-2);
  const take = Object.entries(STEPS).find(([name]) => name === step)?.[1];
  if (signIn === null || take === undefined || provider !== signIn.provider.name) {
    throw new AppError("not_found", "Nobody signs in here.");
  }
  const { location, cookies, identity, fault } = await take(signIn, { headers: request.headers, search });
  if (fault !== null) log.warn({ provider, step, reason: reasonOf(fault) }, "a sign-in was refused");
  if (identity !== null) log.info({ provider, viewer: identity.id }, "a viewer signed in");
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Its words alone: what a provider answered may hold a code or a token. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown";
  const code = "code" in fault ? ` (code ${String(fault.code)})` : "";
  const error = "error" in fault && typeof fault.error === "string" ? `: ${fault.error}` : "";
  return fault.message + code + error;
}
