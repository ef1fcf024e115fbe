import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absencesByLeave, splitAbsent } from "./absence.ts";
import { makeExpander } from "./expand.ts";
import { addDays, weekdayOf } from "./local-date.ts";
import { agent } from "./testing/agents.ts";
import { at, date } from "./testing/dates.ts";
import { type SlowClock, walkClock } from "./testing/slow-clock.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import { DAY_MINUTES, type LocalDate, type Span, WEEK_MINUTES, type WeekBlock } from "./types.ts";
import { weekOf } from "./week.ts";

/** Two nights that meet only where the clock changes: leave asks each for its own date (product.md, section 6). */

const SUNDAY = 6 * DAY_MINUTES;
const span = (startAt: string, endAt: string): Span => ({ startAt: at(startAt), endAt: at(endAt) });

/** What counts and what leave takes out in the week of `from`. */
function split(zone: string, template: readonly WeekBlock[], from: LocalDate, to = from) {
  const spans = makeExpander(zone, weekOf(from, "mon", zone))(template);
  const absencesOf = absencesByLeave([{ agent: "ann", from, to, note: null }], zone);
  return splitAbsent(template, spans, absencesOf(agent("ann")));
}

describe("blocks that touch by the clock alone", () => {
  // Saturday 22:00 to 01:30, which comes twice, and Sunday 01:45 to 06:00.
  const autumn: WeekBlock[] = [
    [SUNDAY - 120, SUNDAY + 90],
    [SUNDAY + 105, SUNDAY + 360],
  ];
  // Saturday 22:00 to 02:15, which is skipped, and Sunday 02:45, which is skipped too, to 06:00.
  const spring: WeekBlock[] = [
    [SUNDAY - 120, SUNDAY + 135],
    [SUNDAY + 165, SUNDAY + 360],
  ];

  it.each([
    [
      "leave on the second's date takes out the second",
      autumn,
      "2026-11-01",
      [span("2026-10-31T22:00-04:00", "2026-11-01T01:30-05:00")],
      [span("2026-11-01T01:30-05:00", "2026-11-01T06:00-05:00")],
    ],
    [
      "leave on the first's date takes out the first",
      autumn,
      "2026-10-31",
      [span("2026-11-01T01:45-04:00", "2026-11-01T06:00-05:00")],
      [span("2026-10-31T22:00-04:00", "2026-11-01T01:45-04:00")],
    ],
    [
      "in spring the second",
      spring,
      "2026-03-08",
      [span("2026-03-07T22:00-05:00", "2026-03-08T03:00-04:00")],
      [span("2026-03-08T03:00-04:00", "2026-03-08T06:00-04:00")],
    ],
    [
      "in spring the first",
      spring,
      "2026-03-07",
      [span("2026-03-08T03:00-04:00", "2026-03-08T06:00-04:00")],
      [span("2026-03-07T22:00-05:00", "2026-03-08T03:00-04:00")],
    ],
  ])("%s", (_what, template, day, present, absent) => {
    expect(split("America/New_York", template, date(day))).toEqual({ present, absent });
  });

  it("stay one span where leave speaks of neither", () => {
    const { present, absent } = split("America/New_York", autumn, date("2026-10-30"));
    expect(present).toMatchObject([span("2026-10-31T22:00-04:00", "2026-11-01T06:00-05:00")]);
    expect(absent).toEqual([]);
  });
});

it.each(ZONE_CASES)("equals a look at every minute: $zone, $what", ({ zone, date: text }) => {
  const change = date(text);
  const clock = walkClock(zone, text);
  fc.assert(
    fc.property(
      templatesAround(change),
      fc.integer({ min: -2, max: 2 }),
      fc.nat(1),
      (template, shift, more) => {
        const from = addDays(change, shift);
        const to = addDays(from, more);
        const { present, absent } = split(zone, template, from, to);
        const week = weekOf(from, "mon", zone);
        const minutes = clock.minutes.filter(({ at: now }) => week.startAt <= now && now < week.endAt);
        const isIn = (spans: readonly Span[]) =>
          minutes.map(({ at: now }) => spans.some(({ startAt, endAt }) => startAt <= now && now < endAt));
        const blocks = blocksOf(template, change, clock);
        const leave = daysOf(from, to, clock);
        const stays = ({ startAt }: Span) => startAt < leave.startAt || startAt >= leave.endAt;
        const worked = isIn(blocks.filter(stays));
        const missed = isIn(blocks).map((planned, i) => planned && !worked[i]);
        expect(`${isIn(present)}`).toBe(`${worked}`);
        expect(`${isIn(absent)}`).toBe(`${missed}`);
      },
    ),
    { numRuns: 60 },
  );
});

/** Templates whose starts and ends lie within seven hours of a midnight of the day, on quarters of an hour. */
function templatesAround(change: LocalDate): fc.Arbitrary<readonly WeekBlock[]> {
  const midnight = (weekdayOf(change) - 1) * DAY_MINUTES;
  return fc
    .uniqueArray(fc.integer({ min: -28, max: 28 }), { minLength: 2, maxLength: 24 })
    .map((quarters) => {
      const minutes = quarters.toSorted((a, b) => a - b).map((quarter) => midnight + quarter * 15);
      const blocks = minutes.flatMap((start, i): WeekBlock[] => {
        const end = minutes[i + 1];
        return i % 2 === 0 && end !== undefined ? [[start, end]] : [];
      });
      return blocks.flatMap(withinWeek).sort(([a], [b]) => a - b);
    });
}

/** A Monday's block that begins on the Sunday before, as a template holds it. */
function withinWeek([start, end]: WeekBlock): readonly WeekBlock[] {
  if (start >= 0) return [[start, end]];
  const sunday: WeekBlock = [start + WEEK_MINUTES, Math.min(end, 0) + WEEK_MINUTES];
  return end > 0 ? [sunday, [0, end]] : [sunday];
}

/** The blocks of the week of `change` and of two on either side, the one over Sunday midnight whole. */
function blocksOf(template: readonly WeekBlock[], change: LocalDate, clock: SlowClock): readonly Span[] {
  // A wall minute counts from 1970-01-01, as `SlowClock` does.
  const monday = (Date.parse(change) / 86_400_000 - (weekdayOf(change) - 1)) * DAY_MINUTES;
  return [-2, -1, 0, 1, 2].flatMap((week) =>
    template.flatMap(([start, end]): Span[] => {
      const goesOn = template[0]?.[0] === 0;
      if (start === 0 && template.at(-1)?.[1] === WEEK_MINUTES) return [];
      const length = end === WEEK_MINUTES && goesOn ? end - start + (template[0]?.[1] ?? 0) : end - start;
      const from = monday + week * WEEK_MINUTES + start;
      const block = { startAt: clock.find(from, "first"), endAt: clock.find(from + length, "last") };
      return block.startAt < block.endAt ? [block] : [];
    }),
  );
}

/** The days `from` to `to`, both inclusive. */
function daysOf(from: LocalDate, to: LocalDate, clock: SlowClock): Span {
  const midnight = (day: LocalDate) => (Date.parse(day) / 86_400_000) * DAY_MINUTES;
  return {
    startAt: clock.find(midnight(from), "first"),
    endAt: clock.find(midnight(to) + DAY_MINUTES, "first"),
  };
}
