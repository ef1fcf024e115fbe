import { describe, expect, test } from "vitest";
import { formatClock } from "#lib/i18n/format.ts";
import { at } from "#lib/schedule/testing/dates.ts";
import { minuteAt } from "#lib/schedule/zone.ts";
import { lookAtAll } from "./present.ts";
import { listSkillsNow, worstSkillOf } from "./skills-now.ts";
import { AGENTS, SKILLS, thursday, ZONE } from "./testing/thursday.ts";

const rowsAt = (time: string) => {
  const days = thursday();
  const now = at(time);
  return listSkillsNow(lookAtAll(days.agents, now), SKILLS, days.coverage, now);
};
const say = ({ skill, agents, online, level, next }: ReturnType<typeof rowsAt>[number]) =>
  [
    skill.id,
    agents.map(({ id }) => id).join("+"),
    `${online}/${agents.length}`,
    level,
    next && `${formatClock(minuteAt(next.startAt, ZONE))} ${next.level} ${next.specialists}`,
  ].join(" ");

describe("skills now", () => {
  test("come fewest online first, the online people first, the default skill last", () => {
    expect(rowsAt("2026-11-19T17:20+08:00").map(say)).toEqual([
      "ja  0/0 fallback 06:00 closed 0",
      "net ann 1/1 thin 18:00 fallback 0",
      "en ann+cy+bo 2/3 met 18:00 thin 1",
      // At 22:00 another takes the place: the cover stays what it is.
      "all cy 1/1 thin 06:00 closed 0",
    ]);
  });

  test("of which nobody is needed come after those that lack somebody", () => {
    // From 06:00 to 08:00 nobody at all is planned, so the desk is closed.
    expect(rowsAt("2026-11-19T07:00+08:00").map(({ level }) => level)).toEqual([
      "closed",
      "closed",
      "closed",
      "closed",
    ]);
  });

  test("change next when a specialist comes or goes, not when only the fallback does", () => {
    const [ja] = rowsAt("2026-11-19T12:30+08:00").filter(({ skill }) => skill.id === "ja");
    // At 13:00 Cy joins the fallback; Di leaves at 16:00.
    expect(ja?.next?.startAt).toBe(at("2026-11-19T16:00+08:00"));
  });

  test("an absence hurts the skill with the fewest online most, and no default skill", () => {
    const rows = rowsAt("2026-11-19T17:20+08:00");
    const worst = (id: string) => {
      const found = AGENTS.find((one) => one.id === id);
      return found && worstSkillOf(found, rows)?.skill.id;
    };
    expect(["ann", "bo", "cy", "ed"].map(worst)).toEqual(["net", "en", "en", undefined]);
  });
});
