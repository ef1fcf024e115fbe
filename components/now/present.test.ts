import { describe, expect, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { at, date } from "#lib/schedule/testing/dates.ts";
import { countPresent, gatherExceptions, lookAtAll } from "./present.ts";
import { AGENTS, daily, thursday } from "./testing/thursday.ts";

const AFTERNOON = at("2026-11-19T17:20+08:00");

describe("the present", () => {
  test("counts who is there, who should be, and who need not be", () => {
    expect(countPresent(lookAtAll(thursday().agents, AFTERNOON))).toEqual({
      agents: 5,
      onShift: 3,
      online: 2,
      absent: 1,
      extra: 1,
    });
  });

  test("counts an agent off duty during planned hours as absent, and one of unknown status as neither", () => {
    const two = [
      agent("a", { week: daily(9, 18), status: "off_duty" }),
      agent("b", { week: daily(9, 18), status: "unknown" }),
    ];
    const counts = countPresent(lookAtAll(thursday(two).agents, AFTERNOON));
    expect(counts).toEqual({ agents: 2, onShift: 2, online: 0, absent: 1, extra: 0 });
  });

  test("expects nobody who is on leave", () => {
    const leave = [{ agent: "bo", from: date("2026-11-19"), to: date("2026-11-19"), note: null }];
    const seen = lookAtAll(thursday(AGENTS, { leave }).agents, AFTERNOON);
    expect(countPresent(seen)).toMatchObject({ onShift: 2, absent: 0 });
  });

  test.each([
    ["2026-11-19T17:20+08:00", { "offline-on-shift": ["bo"], "online-off-shift": ["di"] }],
    ["2026-11-19T22:30+08:00", { "off-duty-on-shift": ["ed"], "online-off-shift": ["ann", "cy", "di"] }],
    ["2026-11-19T07:00+08:00", { "online-off-shift": ["ann", "cy", "di"] }],
  ])("at %s its exceptions are %j", (time, expected) => {
    const gathered = gatherExceptions(lookAtAll(thursday().agents, at(time)));
    const ids = gathered.map(([kind, agents]) => [kind, agents.map((one) => one.agent.id)]);
    expect(Object.fromEntries(ids)).toEqual({ ...expected, "removed-scheduled": ["flo"] });
    expect(gathered.at(-1)?.[0]).toBe("removed-scheduled");
  });
});
