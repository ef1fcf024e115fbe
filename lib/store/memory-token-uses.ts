import "server-only";
import { AppError } from "#lib/errors.ts";
import type { Instant } from "#lib/schedule/types.ts";

/** More ids than portals use up in the minutes for which one is remembered. */
const KEPT_MAX = 100_000;

/**
 * Ids that may be used once, for a product of one process; a restart forgets them. Full, it refuses: an id is
 * never forgotten before its time.
 */
export function createMemoryTokenUses(now: () => Instant, keptMax = KEPT_MAX) {
  const usedUntil = new Map<string, Instant>();
  const forgetOld = () => {
    for (const [id, untilAt] of usedUntil) if (untilAt <= now()) usedUntil.delete(id);
  };
  return {
    /** True for the first who asks with this id; the id is remembered until `untilAt`. Rejects when full. */
    async useOnce(id: string, untilAt: Instant): Promise<boolean> {
      if (usedUntil.size >= keptMax) forgetOld();
      if ((usedUntil.get(id) ?? 0) > now()) return false;
      if (usedUntil.size >= keptMax) throw new AppError("internal", "Too many ids are in use.");
      usedUntil.set(id, untilAt);
      return true;
    },
  };
}
