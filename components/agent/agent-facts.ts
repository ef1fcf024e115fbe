import type { Locale } from "#lib/contract/view.ts";
import { formatClock, formatDay, formatMinutes } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/index.ts";
import { planOf } from "#lib/schedule/plan.ts";
import type { Instant, Span } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";

/** How an instant is written: in which zone, in which language, beside which present. */
export interface Telling {
  readonly now: Instant;
  readonly zone: string;
  readonly locale: Locale;
  readonly words: Words;
}

/** "18:00" today, "Fri 20 Nov 10:00" on another day. */
export function tellInstant(at: Instant, { now, zone, locale }: Telling): string {
  const clock = formatClock(minuteAt(at, zone));
  const date = dateAt(at, zone);
  return date === dateAt(now, zone) ? clock : `${formatDay(date, locale)} ${clock}`;
}

/** "40 min", "2 h 10 min": how long from now until `at`. */
export function tellUntil(at: Instant, { now, locale }: Telling): string {
  return formatMinutes(Math.max(0, Math.round((at - now) / 60_000)), locale);
}

export interface NextChange {
  /** "Shift ends 18:00, in 40 min" or "Shift starts …"; null where no hours are set. */
  readonly first: string | null;
  /** "Back Fri 20 Nov 10:00", after a running shift; null where no other follows. */
  readonly after: string | null;
}

/** What happens next to an agent's shift, in words. `spans` must reach at least a week past now. */
export function tellNextChange(spans: readonly Span[], telling: Telling): NextChange {
  const { onShift, next } = planOf(spans, telling.now);
  const { words } = telling;
  const back = next === null ? null : tellInstant(next.startAt, telling);
  if (onShift !== null) {
    return {
      first: words.agent.shiftEnds(tellInstant(onShift.endAt, telling), tellUntil(onShift.endAt, telling)),
      after: back === null ? null : words.agent.back(back),
    };
  }
  if (next === null || back === null) return { first: null, after: null };
  return { first: words.agent.shiftStarts(back, tellUntil(next.startAt, telling)), after: null };
}
