import { describe, expect, it } from "vitest";
import { attentionRank, type ExceptionKind, exceptionOf } from "./exceptions.ts";
import type { Status, WeekBlock } from "./types.ts";

const HOURS: readonly WeekBlock[] = [[540, 1080]];

describe("exceptionOf", () => {
  it.each<[Status, readonly WeekBlock[], boolean, ExceptionKind | null]>([
    ["online", HOURS, true, null],
    ["online", HOURS, false, "online-off-shift"],
    ["online", [], false, "online-off-shift"],
    ["offline", HOURS, true, "offline-on-shift"],
    ["offline", HOURS, false, null],
    ["off_duty", HOURS, true, "off-duty-on-shift"],
    ["off_duty", HOURS, false, null],
    ["removed", HOURS, false, "removed-scheduled"],
    ["removed", HOURS, true, "removed-scheduled"],
    ["removed", [], false, null],
    ["unknown", HOURS, true, null],
    ["unknown", HOURS, false, null],
  ])("%s with hours %j, on shift %s: %s", (status, week, onShift, kind) => {
    expect(exceptionOf({ status, week }, onShift)).toBe(kind);
  });
});

describe("attentionRank", () => {
  it("puts exceptions first and the removed last", () => {
    const statuses: Status[] = ["removed", "unknown", "off_duty", "offline", "online"];
    const ranked = statuses.toSorted((a, b) => attentionRank(a, null) - attentionRank(b, null));
    expect(ranked).toEqual(["online", "offline", "off_duty", "unknown", "removed"]);
    for (const status of statuses) {
      expect(attentionRank(status, "removed-scheduled")).toBeLessThan(attentionRank("online", null));
    }
  });
});
