import { describe, expect, test } from "vitest";
import { wordsOf } from "#lib/i18n/catalogues.ts";
import { nextCliff } from "#lib/schedule/cliff.ts";
import { at } from "#lib/schedule/testing/dates.ts";
import type { Agent } from "#lib/schedule/types.ts";
import { tellGap } from "./gap-item.tsx";
import { lookAtAll } from "./present.ts";
import { tellDrop } from "./tell-drop.ts";
import { tellHours, tellPlan, tellSince, tellSinceBriefly } from "./tell-plan.ts";
import { AGENTS, SKILLS, thursday, ZONE } from "./testing/thursday.ts";

const tellingAt = (time: string, locale: "zh" | "en") => ({
  now: at(time),
  zone: ZONE,
  locale,
  words: wordsOf(locale),
});

describe("the plan in words", () => {
  test.each([
    ["bo", "2026-11-19T17:20+08:00", "计划 09:00–18:00", "Plan 09:00–18:00"],
    ["ed", "2026-11-19T23:00+08:00", "计划 22:00–06:00", "Plan 22:00–06:00"],
    [
      "di",
      "2026-11-19T17:20+08:00",
      "下班 1 小时 20 分钟后仍在线",
      "Still online 1 h 20 min after the shift",
    ],
    ["cy", "2026-11-19T12:00+08:00", "13:00 上班，1 小时后", "Shift starts 13:00, in 1 h"],
    ["flo", "2026-11-19T12:00+08:00", "每周 63 小时", "63 h a week"],
  ])("of %s at %s", (id, time, zh, en) => {
    const { agents } = thursday();
    const [seen] = lookAtAll(agents, at(time)).filter(({ agent }) => agent.id === id);
    expect(seen && tellPlan(seen, tellingAt(time, "zh"))).toBe(zh);
    expect(seen && tellPlan(seen, tellingAt(time, "en"))).toBe(en);
  });

  test("a shift that ends at midnight ends at 24:00", () => {
    const span = { startAt: at("2026-11-19T18:00+08:00"), endAt: at("2026-11-20T00:00+08:00") };
    expect(tellHours(span, { zone: ZONE })).toBe("18:00–24:00");
  });

  test("a status of known age is told with its age, rounded down", () => {
    const telling = tellingAt("2026-11-19T17:20+08:00", "en");
    expect(tellSince("2026-11-19T08:37:30.000Z", telling)).toBe("for at least 42 min");
    expect(tellSince(null, telling)).toBe(null);
  });

  test.each([
    ["2026-11-19T09:19:01.000Z", null, null],
    ["2026-11-19T09:30:00.000Z", null, null],
    ["2026-11-19T09:19:00.000Z", "≥1 分", "≥1 m"],
    ["2026-11-19T07:20:01.000Z", "≥119 分", "≥119 m"],
    ["2026-11-19T04:21:00.000Z", "≥4 小时", "≥4 h"],
    [null, null, null],
  ])("where there is no room, since %j", (since, zh, en) => {
    expect(tellSinceBriefly(since, tellingAt("2026-11-19T17:20+08:00", "zh"))).toBe(zh);
    expect(tellSinceBriefly(since, tellingAt("2026-11-19T17:20+08:00", "en"))).toBe(en);
    if (zh === null) expect(tellSince(since, tellingAt("2026-11-19T17:20+08:00", "zh"))).toBeNull();
  });
});

describe("the next drop in words", () => {
  const tell = (time: string, locale: "zh" | "en", agents: readonly Agent[] = AGENTS) => {
    const days = thursday(agents);
    const cliff = nextCliff(days.agents, SKILLS, at(time), at("2026-11-21T00:00+08:00"));
    if (cliff === null) throw new Error("nothing drops");
    return tellDrop({ cliff, coverage: days.coverage, skills: SKILLS, agents }, tellingAt(time, locale));
  };

  test("names the skills that lose their last specialist", () => {
    expect(tell("2026-11-19T17:20+08:00", "zh")).toEqual({
      when: "18:00，40 分钟后",
      detail: "网络不再有专属客服",
    });
    expect(tell("2026-11-19T17:20+08:00", "en")).toEqual({
      when: "18:00, in 40 min",
      detail: "网络: no specialist left",
    });
  });

  test("else the skills left to one, with the name", () => {
    const without = AGENTS.filter(({ id }) => id !== "ann");
    expect(tell("2026-11-19T17:20+08:00", "en", without).detail).toBe("英语: only Cy");
    expect(tell("2026-11-19T17:20+08:00", "zh", without).detail).toBe("英语：仅剩 Cy");
  });
});

describe("a gap in words", () => {
  const gap = (skills: readonly (string | null)[], startAt: string) => ({
    kind: "nobody" as const,
    skills,
    startAt: at(startAt),
    endAt: at("2026-11-19T19:00+08:00"),
    fallback: 0,
  });
  const NOW = "2026-11-19T17:20+08:00";

  test.each([
    [gap(["en"], NOW), "英语 直到 19:00 都无人", "英语: nobody until 19:00", null],
    [gap([null], "2026-11-19T18:00+08:00"), "全员 18:00 起无人", "Everyone: nobody from 18:00", null],
    [
      gap(["en", "net", "ja", "all"], "2026-11-19T18:00+08:00"),
      "4 项技能 18:00 起无人",
      "4 skills: nobody from 18:00",
      "英语、网络、日语 等 4 项",
    ],
  ])("%#", (line, zh, en, names) => {
    expect(tellGap(line, SKILLS, tellingAt(NOW, "zh"))).toEqual({ sentence: zh, names });
    expect(tellGap(line, SKILLS, tellingAt(NOW, "en")).sentence).toBe(en);
  });
});
