import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asInstant, type Instant, type LocalDate, type Week } from "#lib/schedule/types.ts";
import { addDays, readLocalDate, weekOf } from "#lib/schedule/week.ts";
import { instantOf } from "#lib/schedule/zone.ts";
import {
  cellSentence,
  formatAge,
  formatClock,
  formatCount,
  formatDay,
  formatDuration,
  formatHourCount,
  formatHours,
  formatMinutes,
  formatPiece,
  formatRange,
  formatWeekNumber,
  formatZone,
  knownZones,
  weekdayName,
} from "./format.ts";

const SHANGHAI = "Asia/Shanghai";

function day(text: string): LocalDate {
  const date = readLocalDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}
const week = (text: string, start: "mon" | "sun" = "mon", zone = SHANGHAI): Week =>
  weekOf(day(text), start, zone);

describe("days and weeks", () => {
  it.each([
    ["2026-11-23", "Mon 23 Nov", "11月23日 周一"],
    ["2026-11-29", "Sun 29 Nov", "11月29日 周日"],
    ["2027-01-01", "Fri 1 Jan", "1月1日 周五"],
    ["2028-02-29", "Tue 29 Feb", "2月29日 周二"],
  ])("%s is %s and %s", (date, english, chinese) => {
    expect(formatDay(day(date), "en")).toBe(english);
    expect(formatDay(day(date), "zh")).toBe(chinese);
  });

  it.each([
    ["2026-11-16", "mon", "16 – 22 Nov 2026", "11月16日 – 22日"],
    ["2026-11-16", "sun", "15 – 21 Nov 2026", "11月15日 – 21日"],
    ["2026-11-30", "mon", "30 Nov – 6 Dec 2026", "11月30日 – 12月6日"],
    ["2026-12-28", "mon", "28 Dec 2026 – 3 Jan 2027", "2026年12月28日 – 2027年1月3日"],
  ] as const)("the week of %s from %s is %s and %s", (date, start, english, chinese) => {
    expect(formatRange(week(date, start), "en")).toBe(english);
    expect(formatRange(week(date, start), "zh")).toBe(chinese);
  });

  it.each([
    ["2026-11-16", "mon", "W47", "2026 年第 47 周"],
    // From Sunday the 15th to Saturday the 21st: six of its days are in week 47.
    ["2026-11-15", "sun", "W47", "2026 年第 47 周"],
    ["2026-12-28", "mon", "W53", "2026 年第 53 周"],
    ["2024-12-30", "mon", "W1", "2025 年第 1 周"],
  ] as const)("the week of %s from %s is %s and %s", (date, start, english, chinese) => {
    expect(formatWeekNumber(week(date, start), "en")).toBe(english);
    expect(formatWeekNumber(week(date, start), "zh")).toBe(chinese);
  });

  it("names the seven weekdays", () => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
    expect(weekdays.map((one) => weekdayName(one, "en")).join(" ")).toBe("Mon Tue Wed Thu Fri Sat Sun");
    expect(weekdays.map((one) => weekdayName(one, "zh")).join("")).toBe("周一周二周三周四周五周六周日");
  });

  it("agrees with the runtime's own calendar on every day of ten years", () => {
    const english = new Intl.DateTimeFormat("en-GB", {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3660 }), (days) => {
        const date = addDays(day("2024-01-01"), days);
        const parts = new Map(
          english.formatToParts(new Date(`${date}T00:00Z`)).map(({ type, value }) => [type, value]),
        );
        const month = parts.get("month")?.slice(0, 3);
        expect(formatDay(date, "en")).toBe(`${parts.get("weekday")} ${parts.get("day")} ${month}`);
      }),
    );
  });
});

describe("times and durations", () => {
  it.each([
    [0, "00:00"],
    [540, "09:00"],
    [1439, "23:59"],
    [1440, "24:00"],
  ])("minute %d is %s", (minute, expected) => {
    expect(formatClock(minute)).toBe(expected);
  });

  it.each([
    [0, "0 min", "0 分钟"],
    [45, "45 min", "45 分钟"],
    [60, "1 h", "1 小时"],
    [130, "2 h 10 min", "2 小时 10 分钟"],
    [1440, "24 h", "24 小时"],
  ])("%d minutes are %s and %s", (minutes, english, chinese) => {
    expect(formatMinutes(minutes, "en")).toBe(english);
    expect(formatMinutes(minutes, "zh")).toBe(chinese);
    expect(formatDuration(minutes * 60_000 + 59_999, "en")).toBe(english);
  });

  it("gives no negative duration when clocks disagree", () => {
    expect(formatDuration(-5, "en")).toBe("0 min");
  });

  it.each([
    [2400, "40 h", "40 小时"],
    [2250, "37.5 h", "37.5 小时"],
    [20, "0.3 h", "0.3 小时"],
    [0, "0 h", "0 小时"],
  ])("%d minutes of work are %s and %s", (minutes, english, chinese) => {
    expect(formatHours(minutes, "en")).toBe(english);
    expect(formatHours(minutes, "zh")).toBe(chinese);
    expect(`${formatHourCount(minutes)} h`).toBe(english);
  });

  it.each([
    [-3_000, "Updated just now", "刚刚更新"],
    [999, "Updated just now", "刚刚更新"],
    [12_400, "Updated 12 s ago", "12 秒前更新"],
    [59_999, "Updated 59 s ago", "59 秒前更新"],
    [60_000, "Updated 1 min ago", "1 分钟前更新"],
    [3_599_999, "Updated 59 min ago", "59 分钟前更新"],
    [7_200_000, "Updated 2 h ago", "2 小时前更新"],
    [200_000_000, "Updated 2 d ago", "2 天前更新"],
  ])("%d ms ago is %s and %s", (ageMs, english, chinese) => {
    expect(formatAge(ageMs, "en")).toBe(english);
    expect(formatAge(ageMs, "zh")).toBe(chinese);
  });
});

describe("formatZone", () => {
  const WINTER = asInstant(Date.UTC(2026, 10, 19));
  const SUMMER = asInstant(Date.UTC(2026, 6, 1));
  it.each<[string, Instant, string, string]>([
    [SHANGHAI, WINTER, "Shanghai UTC+8", "上海 UTC+8"],
    ["Asia/Kolkata", WINTER, "Kolkata UTC+5:30", "加尔各答 UTC+5:30"],
    ["Asia/Kathmandu", WINTER, "Kathmandu UTC+5:45", "加德满都 UTC+5:45"],
    ["America/New_York", WINTER, "New York UTC−5", "纽约 UTC−5"],
    ["America/New_York", SUMMER, "New York UTC−4", "纽约 UTC−4"],
    ["America/St_Johns", SUMMER, "St Johns UTC−2:30", "St Johns UTC−2:30"],
    ["Australia/Lord_Howe", WINTER, "Lord Howe UTC+11", "豪勋爵岛 UTC+11"],
    ["America/Argentina/Buenos_Aires", WINTER, "Buenos Aires UTC−3", "布宜诺斯艾利斯 UTC−3"],
    ["Europe/London", WINTER, "London UTC", "伦敦 UTC"],
    ["UTC", WINTER, "UTC", "UTC"],
    ["Etc/GMT+5", WINTER, "UTC−5", "UTC−5"],
  ])("%s", (zone, at, english, chinese) => {
    expect(formatZone(zone, at, "en")).toBe(english);
    expect(formatZone(zone, at, "zh")).toBe(chinese);
  });

  it("has a name for every zone that the runtime knows", () => {
    for (const zone of knownZones()) expect(formatZone(zone, WINTER, "zh"), zone).toMatch(/UTC(?:[+−]\d|$)/);
    expect(knownZones()).toContain(SHANGHAI);
    expect(knownZones()).toEqual([...knownZones()].sort());
  });
});

/** Pieces of the `index`th day of a week, given in minutes of its own date; 1440 is its end. */
function piecesAt(
  of: Week,
  index: number,
  zone: string,
  hours: readonly (readonly [number, number, boolean?])[],
) {
  const on = of.days[index];
  if (on === undefined) throw new Error(`no day ${index}`);
  return {
    on,
    pieces: hours.map(([start, end, continuesAfter = false]) => ({
      startAt: instantOf(on.date, start, zone, "first"),
      endAt: instantOf(on.date, end, zone, "last"),
      continuesAfter,
    })),
  };
}

describe("cellSentence (product.md, section 9)", () => {
  it.each<[readonly (readonly [number, number, boolean?])[], string, string]>([
    [
      [
        [540, 720],
        [780, 1080],
      ],
      "Mon 23 Nov: 09:00–12:00, 13:00–18:00",
      "11月23日 周一：09:00–12:00、13:00–18:00",
    ],
    [[[1320, 1440, true]], "Mon 23 Nov: 22:00–24:00, continues", "11月23日 周一：22:00–24:00，次日继续"],
    [[[1320, 1440]], "Mon 23 Nov: 22:00–24:00", "11月23日 周一：22:00–24:00"],
    [
      [
        [0, 360],
        [1320, 1440, true],
      ],
      "Mon 23 Nov: 00:00–06:00, 22:00–24:00, continues",
      "11月23日 周一：00:00–06:00、22:00–24:00，次日继续",
    ],
    [[[0, 1440]], "Mon 23 Nov: 00:00–24:00", "11月23日 周一：00:00–24:00"],
    [[], "Mon 23 Nov: no hours", "11月23日 周一：未排班"],
  ])("%j", (hours, english, chinese) => {
    const { on, pieces } = piecesAt(week("2026-11-23"), 0, SHANGHAI, hours);
    expect(cellSentence(on, pieces, SHANGHAI, "en")).toBe(english);
    expect(cellSentence(on, pieces, SHANGHAI, "zh")).toBe(chinese);
  });

  it("says leave after the hours of each block that it takes out", () => {
    const { on, pieces } = piecesAt(week("2026-11-23"), 0, SHANGHAI, [
      [540, 720],
      [1320, 1440, true],
    ]);
    const away = pieces.map((piece, i) => ({ ...piece, onLeave: i === 1 }));
    expect(cellSentence(on, away, SHANGHAI, "en")).toBe(
      "Mon 23 Nov: 09:00–12:00, 22:00–24:00, continues, on leave",
    );
    expect(cellSentence(on, away.slice(1), SHANGHAI, "zh")).toBe(
      "11月23日 周一：22:00–24:00，次日继续，请假",
    );
  });

  it.each([
    ["Europe/Berlin", "2026-03-29", "a day of 23 hours"],
    ["Europe/Berlin", "2026-10-25", "a day of 25 hours"],
    ["America/Havana", "2026-03-08", "a day that begins at 01:00"],
  ])("says what the wall shows in %s on %s, %s", (zone, date) => {
    const { on, pieces } = piecesAt(week(date, "sun", zone), 0, zone, [[540, 1440, true]]);
    expect(on.date).toBe(date);
    expect(formatPiece(pieces[0] ?? on, on, zone)).toBe("09:00–24:00");
  });
});

it.each([
  [0, "0"],
  [999, "999"],
  [47_520, "47,520"],
])("%d as a count", (count, text) => {
  expect([formatCount(count, "zh"), formatCount(count, "en")]).toEqual([text, text]);
});
