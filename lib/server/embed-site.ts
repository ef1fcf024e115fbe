import "server-only";
import { readEmbedSession } from "#lib/auth/embed-session.ts";
import type { EmbedSiteJson } from "#lib/contract/embed.ts";
import { AppError } from "#lib/errors.ts";
import type { Guarded } from "./guard.ts";
import { plansFor } from "./plans-for.ts";

/** What a frame is told once it has access; the desks and plans that its viewer may see. */
export async function describeSite(
  { runtime, viewer }: Guarded,
  headers: Pick<Headers, "get">,
): Promise<EmbedSiteJson> {
  const { settings, desks, roster } = runtime;
  const only = viewer.scope?.desk ?? null;
  const [first, ...others] = desks.filter(({ key }) => only === null || key === only);
  // The desk of a session may have gone from the settings since.
  if (first === undefined) throw new AppError("not_found", "There is no such desk.");
  const seen = new Set([first, ...others].map(({ key }) => key));
  const plans = Object.entries(plansFor(settings.plans, viewer)).filter(([key]) => seen.has(key));
  const now = roster.clock.now();
  const session = await readEmbedSession(headers, settings, now);
  return {
    desks: [first, ...others],
    plans: Object.fromEntries(plans),
    expiresIn: session === null ? null : Math.max(0, Math.floor((session.endsAt - now) / 1000)),
  };
}
