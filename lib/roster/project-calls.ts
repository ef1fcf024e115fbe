import { REMOVED_EVERY_MS, REMOVED_EVERY_ROUNDS } from "./memory.ts";

const HOUR_MS = 3_600_000;

/**
 * How many calls reading `desks` desks every `refreshMs` costs in `hours` hours of being watched: one a round, and one
 * more for the removed agents every ten rounds or ten minutes (product.md, section 2). Retries come on top.
 */
export function projectCalls(refreshMs: number, hours: number, desks: number): number {
  const rounds = (hours * HOUR_MS) / refreshMs;
  const roundsApart = Math.min(REMOVED_EVERY_ROUNDS, Math.ceil(REMOVED_EVERY_MS / refreshMs));
  return Math.round(desks * rounds * (1 + 1 / roundsApart));
}
