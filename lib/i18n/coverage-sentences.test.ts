import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { coverageDaySentence, coverageSentence, gapSentence, type SpokenCell } from "./coverage-sentences.ts";
import { formatStretch, formatStretchOfWeek } from "./format.ts";

const SHANGHAI = "Asia/Shanghai";
const stretch = (from: string, to: string) => ({
  startAt: asInstant(Date.parse(from)),
  endAt: asInstant(Date.parse(to)),
});
const THURSDAY = stretch("2026-11-19T19:00+08:00", "2026-11-19T22:00+08:00");

describe("a stretch", () => {
  test.each([
    ["2026-11-19T19:00+08:00", "2026-11-19T22:00+08:00", SHANGHAI, "Thu 19 Nov 19:00–22:00"],
    ["2026-11-19T19:00+08:00", "2026-11-20T00:00+08:00", SHANGHAI, "Thu 19 Nov 19:00–24:00"],
    ["2026-11-19T22:00+08:00", "2026-11-20T06:00+08:00", SHANGHAI, "Thu 19 Nov 22:00 – Fri 20 Nov 06:00"],
    ["2026-11-21T00:00+08:00", "2026-11-23T00:00+08:00", SHANGHAI, "Sat 21 Nov 00:00 – Sun 22 Nov 24:00"],
    // Havana's clocks go from 24:00 on Saturday to 01:00 on Sunday.
    ["2026-03-07T20:00-05:00", "2026-03-08T05:00Z", "America/Havana", "Sat 7 Mar 20:00–24:00"],
  ])("%s to %s in %s: %s", (from, to, zone, said) => {
    expect(formatStretch(stretch(from, to), zone, "en")).toBe(said);
  });

  test("in Chinese", () => {
    expect(formatStretch(THURSDAY, SHANGHAI, "zh")).toBe("11月19日 周四 19:00–22:00");
  });

  test("within its week", () => {
    const night = stretch("2026-11-19T22:00+08:00", "2026-11-20T06:00+08:00");
    expect(formatStretchOfWeek(THURSDAY, SHANGHAI, "en")).toBe("Thu 19:00–22:00");
    expect(formatStretchOfWeek(night, SHANGHAI, "zh")).toBe("周四 22:00 – 周五 06:00");
  });
});

describe("a cell", () => {
  const cell = (given: Partial<SpokenCell>): SpokenCell => ({
    ...THURSDAY,
    row: "Billing",
    level: "met",
    lowest: 5,
    highest: 6,
    isShort: false,
    before: null,
    ...given,
  });
  const nobody = { level: "none", lowest: 0, highest: 0 } as const;
  const one = { level: "thin", lowest: 1, highest: 1 } as const;

  test.each([
    [cell({}), "Billing, Thu 19 Nov 19:00–22:00: 5–6 specialists"],
    [cell(one), "Billing, Thu 19 Nov 19:00–22:00: one specialist"],
    [cell({ ...one, isShort: true }), "Billing, Thu 19 Nov 19:00–22:00: one specialist; below the minimum"],
    [
      cell({ ...nobody, before: one }),
      "Billing, Thu 19 Nov 19:00–22:00: nobody; without the what-if: one specialist",
    ],
    [
      cell({ level: "fallback", lowest: 2, highest: 2 }),
      "Billing, Thu 19 Nov 19:00–22:00: no specialist, 2 on fallback",
    ],
    [
      cell({ level: "closed", lowest: 0, highest: 0 }),
      "Billing, Thu 19 Nov 19:00–22:00: closed, nobody planned",
    ],
    [cell({ row: null }), "Everyone, Thu 19 Nov 19:00–22:00: 5–6 on shift"],
    [cell({ row: null, ...nobody }), "Everyone, Thu 19 Nov 19:00–22:00: nobody"],
  ])("%#", (given, sentence) => {
    expect(coverageSentence(given, SHANGHAI, "en")).toBe(sentence);
  });

  test("in Chinese", () => {
    expect(coverageSentence(cell({ row: "账单", before: nobody }), SHANGHAI, "zh")).toBe(
      "账单，11月19日 周四 19:00–22:00：5–6 名专属客服；预演前：无人",
    );
  });
});

test("a day says every cell of it", () => {
  const [day] = weekOf(dateAt(THURSDAY.startAt, SHANGHAI), "mon", SHANGHAI).days.slice(3);
  if (day === undefined) throw new Error("a week has a Thursday");
  const cells = [
    {
      ...day,
      ...stretch("2026-11-19T00:00+08:00", "2026-11-19T19:00+08:00"),
      level: "met",
      lowest: 2,
      highest: 3,
    },
    { ...day, ...THURSDAY, endAt: day.endAt, level: "none", lowest: 0, highest: 0 },
  ] as const;
  expect(coverageDaySentence(day, cells, false, SHANGHAI, "en")).toBe(
    "Thu 19 Nov: 00:00–19:00 2–3 specialists, 19:00–24:00 nobody",
  );
  expect(coverageDaySentence(day, cells, true, SHANGHAI, "zh")).toBe(
    "11月19日 周四：00:00–19:00 2–3 人在班、19:00–24:00 无人",
  );
});

describe("a gap", () => {
  const HOUR_MS = 3_600_000;
  const gap = (skill: string | null, people = 1) => ({
    ...THURSDAY,
    skill,
    people,
    peopleMs: people * 3 * HOUR_MS,
  });
  const nameOf = (skill: string | null) => skill ?? "everyone";

  test("names two skills and counts the others", () => {
    const gaps = ["Billing", "Refunds", "Network"].map((skill) => gap(skill));
    const window = { ...THURSDAY, gaps, lowest: 0, peopleMs: 9 * HOUR_MS };
    expect(gapSentence(window, nameOf, SHANGHAI, "en")).toBe(
      "Thu 19 Nov 19:00–22:00: nobody for Billing, Refunds, 1 more (9 people-hours)",
    );
    expect(gapSentence(window, nameOf, SHANGHAI, "zh")).toBe(
      "11月19日 周四 19:00–22:00：Billing、Refunds，另有 1 项无人（9 人时）",
    );
  });

  test("of a minimum says how many are missing", () => {
    const window = { ...THURSDAY, gaps: [gap(null, 2)], lowest: 3, peopleMs: 6 * HOUR_MS };
    expect(gapSentence(window, nameOf, SHANGHAI, "en")).toBe(
      "Thu 19 Nov 19:00–22:00: 2 missing for everyone (6 people-hours)",
    );
  });
});
