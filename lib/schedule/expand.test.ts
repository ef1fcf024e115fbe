import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeExpander, weekFromRules } from "./expand.ts";
import { addDays } from "./local-date.ts";
import { rules, weeks } from "./testing/arbitraries.ts";
import { at, date } from "./testing/dates.ts";
import { type SlowClock, walkClock } from "./testing/slow-clock.ts";
import { ZONE_CASES } from "./testing/zones.ts";
import { asInstant, DAY_MINUTES, type Span, WEEK_MINUTES, type WeekBlock, type WeeklyRule } from "./types.ts";
import { weekOf } from "./week.ts";

const DAILY = [1, 2, 3, 4, 5, 6, 7] as const;
const rule = (weekdays: WeeklyRule["weekdays"], start: number, end: number): WeeklyRule => ({
  weekdays,
  start,
  end,
});
const span = (startAt: string, endAt: string): Span => ({ startAt: at(startAt), endAt: at(endAt) });

describe("weekFromRules", () => {
  it.each<[string, WeeklyRule[], WeekBlock[], boolean]>([
    ["a day", [rule([1], 540, 1080)], [[540, 1080]], false],
    ["up to midnight", [rule([1], 540, 1440)], [[540, 1440]], false],
    ["overnight", [rule([1], 1320, 360)], [[1320, 1800]], false],
    [
      "overnight on Sunday runs on into Monday",
      [rule([7], 1320, 360)],
      [
        [0, 360],
        [9960, 10080],
      ],
      false,
    ],
    ["overnight to 00:00 stays on its day", [rule([7], 1320, 0)], [[9960, 10080]], false],
    ["touching rules join", [rule([1], 540, 720), rule([1], 720, 1080)], [[540, 1080]], false],
    ["touching over midnight", [rule([1], 1320, 1440), rule([2], 0, 360)], [[1320, 1800]], false],
    ["a true overlap", [rule([1], 540, 730), rule([1], 720, 1080)], [[540, 1080]], true],
    ["the same rule twice", [rule([1], 540, 720), rule([1], 540, 720)], [[540, 720]], true],
    [
      "overnight into the next morning's rule",
      [rule([1], 1320, 360), rule([2], 300, 600)],
      [[1320, 2040]],
      true,
    ],
    [
      "Sunday's night into Monday's morning",
      [rule([7], 1320, 360), rule([1], 300, 600)],
      [
        [0, 600],
        [9960, 10080],
      ],
      true,
    ],
    ["no time at all", [rule([1], 540, 540)], [], false],
    [
      "no time inside another rule is no overlap",
      [rule([1], 540, 1080), rule([1], 600, 600)],
      [[540, 1080]],
      false,
    ],
    ["round the clock", [rule(DAILY, 0, 1440)], [[0, 10080]], false],
    ["no rules", [], [], false],
  ])("%s", (_what, given, week, overlaps) => {
    expect(weekFromRules(given)).toEqual({ week, overlaps });
  });

  it("equals counting every minute", () => {
    fc.assert(
      fc.property(rules, (given) => {
        const times = new Uint8Array(WEEK_MINUTES);
        for (const { weekdays, start, end } of given) {
          for (const weekday of weekdays) {
            // Walk from the start until the clock shows the end; a rule whose end is its start never leaves.
            for (let m = start; start !== end; m++) {
              const minute = ((weekday - 1) * DAY_MINUTES + m) % WEEK_MINUTES;
              times[minute] = (times[minute] ?? 0) + 1;
              if ((m + 1) % DAY_MINUTES === end % DAY_MINUTES) break;
            }
          }
        }
        const { week, overlaps } = weekFromRules(given);
        const covered = new Uint8Array(WEEK_MINUTES);
        for (const [start, end] of week) covered.fill(1, start, end);
        expect(covered).toEqual(times.map((count) => Math.min(count, 1)));
        expect(overlaps).toBe(times.some((count) => count > 1));
      }),
    );
  });

  it("does not care for the order of rules", () => {
    fc.assert(
      fc.property(rules, (given) => {
        expect(weekFromRules(given.toReversed())).toEqual(weekFromRules(given));
      }),
    );
  });
});

describe("makeExpander", () => {
  const shanghai = makeExpander("Asia/Shanghai", weekOf(date("2026-11-23"), "mon", "Asia/Shanghai"));

  it("gives the week's spans in the desk's zone", () => {
    expect(shanghai([[540, 1080]])).toEqual([span("2026-11-23T09:00+08:00", "2026-11-23T18:00+08:00")]);
  });

  it("keeps the night over Sunday midnight whole, at both ends of the range", () => {
    const night: WeekBlock[] = [
      [0, 360],
      [9960, 10080],
    ];
    expect(shanghai(night)).toEqual([
      span("2026-11-22T22:00+08:00", "2026-11-23T06:00+08:00"),
      span("2026-11-29T22:00+08:00", "2026-11-30T06:00+08:00"),
    ]);
  });

  it("leaves out what only touches the range", () => {
    expect(shanghai([[9000, 10080]])).toHaveLength(1);
    expect(shanghai([[0, 60]])).toHaveLength(1);
  });

  it("bounds a round-the-clock template by a week on either side", () => {
    expect(shanghai([[0, WEEK_MINUTES]])).toEqual([span("2026-11-16T00:00+08:00", "2026-12-14T00:00+08:00")]);
  });

  it.each<[string, string, string, WeekBlock, Span[]]>([
    [
      "a skipped start is the first instant after the gap",
      "America/New_York",
      "2026-03-08",
      [8640 + 150, 8640 + 300],
      [span("2026-03-08T03:00-04:00", "2026-03-08T05:00-04:00")],
    ],
    [
      "a skipped end too",
      "America/New_York",
      "2026-03-08",
      [8640 + 60, 8640 + 150],
      [span("2026-03-08T01:00-05:00", "2026-03-08T03:00-04:00")],
    ],
    ["a block inside the gap is dropped", "America/New_York", "2026-03-08", [8640 + 120, 8640 + 180], []],
    [
      "of a doubled hour the first start and the last end",
      "America/New_York",
      "2026-11-01",
      [8640 + 75, 8640 + 90],
      [span("2026-11-01T01:15-04:00", "2026-11-01T01:30-05:00")],
    ],
    [
      "an end at a midnight that occurs twice is the second",
      "America/Havana",
      "2026-11-01",
      [7200 + 1080, 7200 + 1440],
      [span("2026-10-31T18:00-04:00", "2026-11-01T00:00-05:00")],
    ],
  ])("%s", (_what, zone, day, block, spans) => {
    expect(makeExpander(zone, weekOf(date(day), "mon", zone))([block])).toEqual(spans);
  });

  it("joins blocks that the clock change pushes together, and remembers them", () => {
    const expand = makeExpander("America/New_York", weekOf(date("2026-03-08"), "mon", "America/New_York"));
    const spans = expand([
      [8640 + 60, 8640 + 120],
      [8640 + 150, 8640 + 240],
    ]);
    expect(spans).toEqual([
      {
        ...span("2026-03-08T01:00-05:00", "2026-03-08T04:00-04:00"),
        blocks: [
          span("2026-03-08T01:00-05:00", "2026-03-08T03:00-04:00"),
          span("2026-03-08T03:00-04:00", "2026-03-08T04:00-04:00"),
        ],
      },
    ]);
  });

  it.each(ZONE_CASES)("equals a walk over every minute: $zone, $what", ({ zone, date: middle }) => {
    const clock = walkClock(zone, middle);
    fc.assert(
      fc.property(
        weeks,
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (week, from, days) => {
          const range = rangeOf(zone, addDays(date(middle), from), days);
          const spans = makeExpander(zone, range)(week);
          expect(coveredMinutes(spans, range, clock)).toEqual(slowMinutes(week, range, clock));
          expectWhole(spans, range);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A few days of the zone, or a moment of one minute. */
function rangeOf(zone: string, day: ReturnType<typeof date>, days: number): Span {
  const { startAt } = weekOf(day, "mon", zone).days[2];
  return { startAt, endAt: asInstant(startAt + (days === 0 ? 60_000 : days * 86_400_000)) };
}

const minutesIn = ({ startAt, endAt }: Span, { minutes }: SlowClock) =>
  minutes.filter(({ at: minuteAt }) => startAt <= minuteAt && minuteAt < endAt);

function coveredMinutes(spans: readonly Span[], range: Span, clock: SlowClock) {
  const inside = minutesIn(range, clock);
  return inside.filter(({ at: now }) => spans.some(({ startAt, endAt }) => startAt <= now && now < endAt));
}

/** The contract read aloud: a minute is planned if it lies between a block's start and end in some week. */
function slowMinutes(week: readonly WeekBlock[], range: Span, clock: SlowClock) {
  const inside = minutesIn(range, clock);
  const day = Math.floor((inside[0]?.wall ?? 0) / DAY_MINUTES);
  // 1970-01-05 was a Monday.
  const monday = (Math.floor((day - 4) / 7) * 7 + 4) * DAY_MINUTES;
  const blocks = [-1, 0, 1].flatMap((weeks) =>
    week.map(([start, end]) => ({
      startAt: clock.find(monday + weeks * WEEK_MINUTES + start, "first"),
      endAt: clock.find(monday + weeks * WEEK_MINUTES + end, "last"),
    })),
  );
  return inside.filter(({ at: now }) => blocks.some(({ startAt, endAt }) => startAt <= now && now < endAt));
}

function expectWhole(spans: readonly Span[], range: Span) {
  spans.forEach(({ startAt, endAt }, i) => {
    expect(startAt).toBeGreaterThan(spans[i - 1]?.endAt ?? 0);
    expect(startAt).toBeLessThan(Math.min(endAt, range.endAt));
    expect(endAt).toBeGreaterThan(range.startAt);
  });
}
