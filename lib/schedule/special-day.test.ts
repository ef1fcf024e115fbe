import { describe, expect, it } from "vitest";
import { specialDayOf } from "./special-day.ts";
import { date } from "./testing/dates.ts";
import { weekOf } from "./week.ts";

const SHANGHAI = "Asia/Shanghai";
const calendar = {
  holidays: [{ date: date("2026-10-01"), name: "国庆节" }],
  workdays: [
    { date: date("2026-10-04"), like: 5, name: null },
    { date: date("2026-10-01"), like: 1, name: "both" },
  ],
} as const;

/** The special days of the week around 1 October 2026, by position. */
function special(screenZone: string, deskZone = SHANGHAI) {
  const days = weekOf(date("2026-10-01"), "mon", screenZone).days;
  return days.map((day) => specialDayOf(day, calendar, deskZone)?.kind ?? "");
}

describe("specialDayOf", () => {
  it("finds holidays and workdays by date; of both, the holiday", () => {
    expect(special(SHANGHAI)).toEqual(["", "", "", "holiday", "", "", "workday"]);
  });

  it("says name and weekday", () => {
    const { days } = weekOf(date("2026-10-01"), "mon", SHANGHAI);
    expect(specialDayOf(days[3], calendar, SHANGHAI)).toEqual({ kind: "holiday", name: "国庆节" });
    expect(specialDayOf(days[6], calendar, SHANGHAI)).toEqual({ kind: "workday", name: null, like: 5 });
  });

  it("on another zone's days takes the date that the desk has at noon", () => {
    // Noon in Berlin is 18:00 in Shanghai; noon in Honolulu is 06:00 of the day after.
    expect(special("Europe/Berlin").indexOf("holiday")).toBe(3);
    expect(special("Pacific/Honolulu").indexOf("holiday")).toBe(2);
  });

  it("does not stumble over a date that the zone skipped", () => {
    const skipped = { holidays: [{ date: date("2011-12-31"), name: "x" }], workdays: [] };
    const kinds = weekOf(date("2011-12-30"), "mon", "Pacific/Apia").days.map(
      (day) => specialDayOf(day, skipped, "Pacific/Apia")?.kind ?? "",
    );
    expect(kinds[5]).toBe("holiday");
  });
});
