import { type Telling, tellNextChange } from "#components/agent/agent-facts.ts";
import { formatClock, formatDuration, formatHours } from "#lib/i18n/format.ts";
import { totalLength } from "#lib/schedule/interval.ts";
import { planOf } from "#lib/schedule/plan.ts";
import type { Instant, Span } from "#lib/schedule/types.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import type { SeenAgent } from "./present.ts";

/** How long after a shift "still online" explains more than the next shift does. */
const STILL_MS = 4 * 3_600_000;

/** What the plan has to say about an exception: the running shift, the one just over, or the next; of the removed, their hours. */
export function tellPlan({ agent, spans }: SeenAgent, telling: Telling): string {
  const { words, locale, now } = telling;
  if (agent.status === "removed") {
    return words.agent.weekHours(formatHours(totalLength(agent.week), locale));
  }
  const { onShift } = planOf(spans, now);
  if (onShift !== null) return words.agent.plan(tellHours(onShift, telling));
  const last = spans.findLast(({ endAt }) => endAt <= now);
  if (last !== undefined && now - last.endAt <= STILL_MS) {
    return words.nowPage.stillOnline(formatDuration(now - last.endAt, locale));
  }
  return tellNextChange(spans, telling).first ?? words.nowPage.noShift;
}

/** `09:00–18:00`; a shift that ends at midnight ends at 24:00. */
export function tellHours({ startAt, endAt }: Span, { zone }: Pick<Telling, "zone">): string {
  return `${formatClock(minuteAt(startAt, zone))}–${formatClock(minuteAt(endAt, zone) || 1440)}`;
}

/** "for at least 42 min"; null where nobody watched when the status began, and in its first minute. */
export function tellSince(statusSince: string | null, { now, words, locale }: Telling): string | null {
  const heldMs = heldFor(statusSince, now);
  return heldMs === null ? null : words.nowPage.atLeast(formatDuration(heldMs, locale));
}

/** The same where there is no room: "≥42 m", and "≥3 h" from two hours on. */
export function tellSinceBriefly(statusSince: string | null, { now, words }: Telling): string | null {
  const heldMs = heldFor(statusSince, now);
  if (heldMs === null) return null;
  const minutes = Math.floor(heldMs / MINUTE_MS);
  return minutes < 120
    ? words.exception.atLeast(minutes)
    : words.exception.atLeastHours(Math.floor(minutes / 60));
}

const MINUTE_MS = 60_000;

function heldFor(statusSince: string | null, now: Instant): number | null {
  const heldMs = statusSince === null ? 0 : now - Date.parse(statusSince);
  return heldMs < MINUTE_MS ? null : heldMs;
}
