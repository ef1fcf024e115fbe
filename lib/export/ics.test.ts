import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { weeks } from "#lib/schedule/testing/arbitraries.ts";
import { ZONE_CASES } from "#lib/schedule/testing/zones.ts";
import type { WeekBlock } from "#lib/schedule/types.ts";
import { readBlock, readStrictly } from "./testing/read-ics.ts";
import { icsOf, rota } from "./testing/rota.ts";

const uidsOf = (ics: string) => readStrictly(ics).events.map((event) => event.getFirstPropertyValue("uid"));
const NIGHTS: readonly WeekBlock[] = [
  [0, 360],
  [540, 720],
  [1320, 1800],
  [9960, 10080],
];

describe("writeIcs", () => {
  it("writes an event a block, as the contract says", () => {
    const zhang = agent("ou_1", {
      name: "张三",
      email: "zhang@acme.example",
      department: "IT",
      skillIds: ["sk_net", "sk_gone"],
      week: [[3420, 3960]],
    });
    const lines = icsOf(rota({ agents: [zhang] })).split("\r\n");
    expect(lines.slice(0, 3)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Helpdesk Rota//Helpdesk Rota//EN",
    ]);
    expect(lines.slice(lines.indexOf("BEGIN:VEVENT"))).toEqual([
      "BEGIN:VEVENT",
      expect.stringMatching(/^UID:helpdesk-rota-[0-9a-f]{32}$/),
      "DTSTAMP:20261119T092000Z",
      "DTSTART;TZID=Asia/Shanghai:20261125T090000",
      "DURATION:PT9H",
      "RRULE:FREQ=WEEKLY",
      "SUMMARY:张三",
      "DESCRIPTION:IT\\n网络\\; sk_gone",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("holds no email, and asks nobody anything", () => {
    const ics = icsOf(rota({ agents: [agent("ou_1", { email: "zhang@acme.example", week: NIGHTS })] }));
    expect(ics).not.toContain("@");
    expect(ics).not.toMatch(/^(METHOD|ORGANIZER|ATTENDEE)/m);
  });

  it("is the desk's name and zone alone where nobody has hours", () => {
    for (const agents of [[], [agent("ou_1")]]) {
      const { calendar, events } = readStrictly(icsOf(rota({ agents })));
      expect(events).toEqual([]);
      expect(calendar.getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid")).toBe("Asia/Shanghai");
      expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("IT Helpdesk");
    }
  });

  it.each<[WeekBlock, string]>([
    [[540, 570], "PT30M"],
    [[1320, 1800], "PT8H"],
    [[0, 1440], "P1D"],
    [[540, 2550], "P1DT9H30M"],
    [[0, 10080], "P7D"],
  ])("says how long %j is: %s", (block, duration) => {
    const ics = icsOf(rota({ agents: [agent("ou_1", { week: [block] })] }));
    expect(ics).toContain(`\r\nDURATION:${duration}\r\n`);
    expect(ics).not.toContain("DTEND");
  });

  it("begins in the week on screen, whichever day that starts on", () => {
    const roster = rota({ agents: [agent("ou_1", { week: NIGHTS })] });
    const startsOf = (ics: string) =>
      [...ics.matchAll(/DTSTART;TZID=[^:]+:(\d+T\d+)/g)].map(([, start]) => start);
    const [monday, ...others] = ["20261123T000000", "20261123T090000", "20261123T220000", "20261129T220000"];
    expect(startsOf(icsOf(roster, "2026-11-23"))).toEqual([monday, ...others]);
    expect(startsOf(icsOf(roster, "2026-11-29"))).toEqual([monday, ...others]);
    expect(startsOf(icsOf(roster, "2026-11-23", "sun"))).toEqual([
      monday,
      ...others.slice(0, 2),
      "20261122T220000",
    ]);
  });

  test("events keep their UID from week to week, and no two share one", () => {
    const agents = Array.from({ length: 90 }, (_, i) => agent(`ou_${i}`, { week: NIGHTS }));
    const uids = uidsOf(icsOf(rota({ agents })));
    expect(new Set(uids).size).toBe(360);
    expect(uidsOf(icsOf(rota({ agents }), "2027-03-03", "sun"))).toEqual(uids);
    expect(uidsOf(icsOf(rota({ agents: agents.slice(40) })))).toEqual(uids.slice(160));
    const desk = { key: "other", name: "IT Helpdesk", timeZone: "Asia/Shanghai" };
    expect(uidsOf(icsOf(rota({ agents, desk }))).filter((uid) => uids.includes(uid))).toEqual([]);
  });

  test.each(ZONE_CASES)("says every week to the minute: $zone, $what", ({ zone, date }) => {
    fc.assert(
      fc.property(weeks, fc.constantFrom("mon" as const, "sun" as const), (week, start) => {
        const { events } = readStrictly(
          icsOf(rota({ zone, agents: [agent("ou_1", { week })] }), date, start),
        );
        expect(events.map(readBlock)).toEqual(week);
      }),
      { numRuns: 20 },
    );
  });
});
