import "server-only";
import { beginSignIn, completeSignIn, type SignInStep } from "#lib/auth/sign-in.ts";
import { AppError } from "#lib/errors.ts";
import type { RouteInput } from "./route.ts";
import { countOrRefuse, noteUse, refuseIfOver, writeRefusal } from "./watch.ts";

const STEPS = { start: beginSignIn, callback: completeSignIn } as const;

/**
 * `GET /api/auth/PROVIDER/start?next=…` and `…/callback`: wherever it leads, it is a redirect, and a refusal leads back
 * to the sign-in page without its reason. Throws `not_found` for a provider that is not the mode's, and `rate_limited`
 * for too many beginnings, or refusals (limits.ts).
 */
export async function takeSignInStep(input: RouteInput): Promise<Response> {
  const { runtime, request, search } = input;
  const { signIn, limits } = runtime;
  const [provider, step] = new URL(request.url).pathname.split("/").slice(-2);
  const take = Object.entries(STEPS).find(([name]) => name === step)?.[1];
  if (signIn === null || take === undefined || provider !== signIn.provider.name) {
    throw new AppError("not_found", "Nobody signs in here.");
  }
  const tooMany =
    step === "start"
      ? await countOrRefuse(input, limits.signInStarts)
      : await refuseIfOver(input, limits.refusedSignIns);
  if (tooMany) throw tooMany;
  const taken = await take(signIn, { headers: request.headers, search });
  await note(input, provider, taken);
  const headers = new Headers({ Location: taken.location, "Cache-Control": "no-store" });
  for (const cookie of taken.cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Throws `rate_limited` where it was one refusal too many. */
async function note(input: RouteInput, provider: string, { identity, fault }: SignInStep): Promise<void> {
  if (identity !== null) await noteUse(input, { by: provider, id: identity.id }, "sign-in");
  if (fault === null) return;
  const tooMany = await countOrRefuse(input, input.runtime.limits.refusedSignIns);
  if (tooMany) throw tooMany;
  await writeRefusal(input, "sign-in", null, { provider, reason: reasonOf(fault) });
}

/** Its words alone: what a provider answered may hold a code or a token, and a forged return anything at all. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown";
  const code = "code" in fault ? ` (code ${String(fault.code)})` : "";
  const error = "error" in fault && isCode(fault.error) ? `: ${fault.error}` : "";
  return fault.message + code + error;
}

const isCode = (value: unknown): value is string => typeof value === "string" && /^\w{1,60}$/.test(value);
