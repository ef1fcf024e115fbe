import ICAL from "ical.js";
import { describe, expect, it, test } from "vitest";
import { ZONE_CASES } from "#lib/schedule/testing/zones.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { MINUTE_MS, offsetAt } from "#lib/schedule/zone.ts";
import { Time } from "./ical.ts";
import { makeVtimezone } from "./vtimezone.ts";

const HOUR_MS = 60 * MINUTE_MS;
const textOf = (zone: string, year = 2026) => makeVtimezone(zone, year).toString();

const ZONES = [
  ...new Set(ZONE_CASES.map(({ zone }) => zone)),
  ...["UTC", "Europe/Dublin", "America/Nuuk", "America/Santiago", "America/Sao_Paulo", "Asia/Calcutta"],
  ...[
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Africa/Casablanca",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Asia/Tehran",
  ],
];

describe("makeVtimezone", () => {
  it("tells the rules of New York", () => {
    expect(textOf("America/New_York").split("\r\n")).toEqual([
      ...["BEGIN:VTIMEZONE", "TZID:America/New_York"],
      ...[
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0500",
        "END:STANDARD",
      ],
      ...["BEGIN:DAYLIGHT", "DTSTART:20250309T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400"],
      ...["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "END:DAYLIGHT"],
      ...["BEGIN:STANDARD", "DTSTART:20251102T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500"],
      ...["RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "END:STANDARD", "END:VTIMEZONE"],
    ]);
  });

  it("needs one observance where clocks never change", () => {
    const text = textOf("Asia/Shanghai");
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(["BEGIN:STANDARD"]);
    expect(text).toContain("TZOFFSETTO:+0800");
  });

  it.each([
    ["Asia/Kolkata", "+0530"],
    ["Asia/Kathmandu", "+0545"],
    ["America/St_Johns", "-0330"],
    ["UTC", "+0000"],
  ])("writes the offset of %s as %s", (zone, offset) => {
    expect(textOf(zone)).toContain(`TZOFFSETTO:${offset}\r\n`);
  });

  it("lists the dates where there is no yearly rule: Cairo's autumn is the day after October's last Thursday", () => {
    const dates = [...textOf("Africa/Cairo").matchAll(/\r\nRDATE:(\w+)/g)].map(([, value]) => value);
    expect(dates.slice(0, 3)).toEqual(["20251031T000000", "20261030T000000", "20271029T000000"]);
    expect(dates).toContain("20301101T000000");
    expect(dates).toHaveLength(30);
  });

  it("makes no rule for ever of changes that have ended", () => {
    expect(textOf("America/Sao_Paulo", 2018)).not.toContain("RRULE");
  });

  it("ends before the years that have more than four digits", () => {
    expect(textOf("Europe/Berlin", 9999)).toMatch(/DTSTART:9998\d{4}T/);
  });

  /** Read by ical.js, which looks no further than 2035; near a change, wall time skips or repeats and readers differ. */
  test.each(ZONES)("gives %s the offsets that it has, by another's reading", (zone) => {
    const read = new ICAL.Timezone(new ICAL.Component(ICAL.parse(textOf(zone))));
    const offsets = new Map<number, number>();
    for (let hour = Date.UTC(2025, 0) / HOUR_MS; hour < Date.UTC(2035, 0) / HOUR_MS; hour += 12) {
      const [before, offset, after] = [-3, 0, 3].map((more) =>
        offsetAt(asInstant((hour + more) * HOUR_MS), zone),
      );
      if (offset === undefined || before !== offset || after !== offset) continue;
      const wall = Time.fromJSDate(new Date(hour * HOUR_MS + offset * MINUTE_MS), true);
      offsets.set(hour, read.utcOffset(wall) / 60 - offset);
    }
    expect(offsets.size).toBeGreaterThan(7000);
    expect([...offsets].filter(([, difference]) => difference !== 0)).toEqual([]);
  });
});
