import "server-only";
import { readEmbedSession } from "#lib/auth/embed-session.ts";
import type { EmbedSiteJson } from "#lib/contract/embed.ts";
import { AppError } from "#lib/errors.ts";
import type { Guarded } from "./guard.ts";
import { describeSeen } from "./seen.ts";

/** What a frame is told once it has access; the desks and plans that its viewer may see. Throws `not_found`. */
export async function describeSite(
  { runtime, viewer }: Guarded,
  headers: Pick<Headers, "get">,
): Promise<EmbedSiteJson> {
  const { settings, roster } = runtime;
  const { desks, plans } = describeSeen(roster, viewer);
  const [first, ...others] = desks;
  // The desk of a session may have gone from the settings since.
  if (first === undefined) throw new AppError("not_found", "There is no such desk.");
  const now = roster.clock.now();
  const session = await readEmbedSession(headers, settings, now);
  return {
    desks: [first, ...others],
    plans,
    expiresIn: session === null ? null : Math.max(0, Math.floor((session.endsAt - now) / 1000)),
  };
}
