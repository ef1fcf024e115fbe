import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { makeExpander } from "#lib/schedule/expand.ts";
import { agent } from "#lib/schedule/testing/agents.ts";
import { at, date } from "#lib/schedule/testing/dates.ts";
import type { WeekBlock } from "#lib/schedule/types.ts";
import { addDays, mondayOf } from "#lib/schedule/week.ts";
import { Recur } from "./ical.ts";
import { readStrictly, readWithOtherEyes } from "./testing/read-ics.ts";
import { icsOf, rota } from "./testing/rota.ts";

/** What a calendar program shows of one block between two instants. */
function occurrences(zone: string, block: WeekBlock, week: string, [from, to]: readonly [string, string]) {
  const ics = icsOf(rota({ zone, agents: [agent("ou_1", { week: [block] })] }), week);
  return readWithOtherEyes(ics)
    .flatMap((event) =>
      nodeIcal.expandRecurringEvent(event, { from: new Date(at(from)), to: new Date(at(to)) }),
    )
    .map(({ start, end }) => [start.getTime(), end.getTime()] as const);
}

/** Sunday 09:00 to 17:00, after the change of that night. */
const SUNDAY: WeekBlock = [6 * 1440 + 540, 6 * 1440 + 1020];

describe("an event that recurs over a clock change", () => {
  test.each([
    ["America/New_York", "2026-11-01"],
    ["America/New_York", "2026-03-08"],
    ["Europe/Berlin", "2026-03-29"],
    ["Europe/Berlin", "2026-10-25"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["America/Havana", "2026-11-01"],
    ["Africa/Cairo", "2026-10-30"],
    ["Asia/Shanghai", "2026-11-23"],
  ])("%s, %s: stays at the desk's wall-clock time, like the board", (zone, day) => {
    const first = addDays(mondayOf(date(day)), -14);
    const [from, to] = [`${first}T00:00Z`, `${addDays(first, 42)}T00:00Z`] as const;
    const board = makeExpander(zone, { startAt: at(from), endAt: at(to) })([SUNDAY]);
    expect(board).toHaveLength(6);
    const shown = occurrences(zone, SUNDAY, first, [from, to]);
    expect(shown).toEqual(board.map(({ startAt, endAt }) => [startAt, endAt]));
  });

  test("begun in the week of the change, it has its usual length in every other week", () => {
    const night: WeekBlock = [5 * 1440 + 1320, 6 * 1440 + 360];
    const [, ...later] = occurrences("America/New_York", night, "2026-10-26", [
      "2026-10-26T00:00Z",
      "2026-11-23T00:00Z",
    ]);
    expect(later).toEqual([
      [at("2026-11-07T22:00-05:00"), at("2026-11-08T06:00-05:00")],
      [at("2026-11-14T22:00-05:00"), at("2026-11-15T06:00-05:00")],
      [at("2026-11-21T22:00-05:00"), at("2026-11-22T06:00-05:00")],
    ]);
  });

  test("begun at a time that the change skips, it is at that time in every other week", () => {
    const skipped: WeekBlock = [6 * 1440 + 150, 6 * 1440 + 360];
    const ics = icsOf(
      rota({ zone: "America/New_York", agents: [agent("ou_1", { week: [skipped] })] }),
      "2026-03-08",
    );
    expect(ics).toContain("DTSTART;TZID=America/New_York:20260308T023000\r\n");
    // Not by node-ical, which carries the hour that this one start is moved by into every week.
    const next = Recur.fromString("FREQ=WEEKLY").iterator(
      new ICAL.Event(readStrictly(ics).events[0]).startDate,
    );
    const starts = [1, 2, 3].map(() => next.next().toString());
    expect(starts).toEqual(["2026-03-08T02:30:00", "2026-03-15T02:30:00", "2026-03-22T02:30:00"]);
  });
});
