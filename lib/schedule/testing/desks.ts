import fc from "fast-check";
import type { AwayEntry } from "../away.ts";
import type { CoveragePlan } from "../coverage-plan.ts";
import { addDays } from "../local-date.ts";
import { type Agent, type LocalDate, type Skill, STATUSES, type Weekday, type WeeklyRule } from "../types.ts";
import { agent } from "./agents.ts";
import { rules, weeks } from "./arbitraries.ts";

/** Small desks in which everything of product.md section 6 happens. */

export const SKILLS: readonly Skill[] = [
  { id: "en", name: "英语", isDefault: false },
  { id: "net", name: "网络", isDefault: false },
  { id: "all", name: "全部技能", isDefault: true },
  { id: "too", name: "兜底", isDefault: true },
];
const IDS = ["a0", "a1", "a2", "a3", "a4"];
const DEPARTMENTS = ["sales", "support"];

export const agents: fc.Arbitrary<readonly Agent[]> = fc
  .array(
    fc.record({
      week: weeks,
      skillIds: fc.subarray(["en", "net", "all", "too", "gone"]),
      status: fc.constantFrom(...STATUSES),
      department: fc.constantFrom(null, ...DEPARTMENTS),
    }),
    { maxLength: IDS.length },
  )
  .map((given) => given.map((one, i) => agent(`a${i}`, one)));

const days = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const officeHours = days.map((weekdays): WeeklyRule => ({ weekdays, start: 480, end: 1200 }));
const rule = fc.oneof(
  officeHours,
  rules.map(([first]) => first ?? { weekdays: [1] as const, start: 1320, end: 360 }),
);

/** Days near the middle: those before and after the week on screen among them. */
const dateNear = (middle: LocalDate) => fc.integer({ min: -8, max: 8 }).map((n) => addDays(middle, n));
const stretchNear = (middle: LocalDate) =>
  fc.tuple(dateNear(middle), fc.nat(4)).map(([from, length]) => ({ from, to: addDays(from, length) }));

export function plans(middle: LocalDate): fc.Arbitrary<CoveragePlan> {
  const date = dateNear(middle);
  return fc.record({
    openingHours: fc.option(fc.array(rule, { maxLength: 3 })),
    minimums: fc.array(
      fc.record({ skill: fc.constantFrom(null, "en", "net", "all"), rule, agents: fc.nat(4) }),
      { maxLength: 4 },
    ),
    holidays: fc.array(fc.record({ date, name: fc.constant("holiday") }), { maxLength: 2 }),
    workdays: fc.array(
      fc.record({ date, like: fc.constantFrom<Weekday>(1, 5, 7), name: fc.constant(null) }),
      { maxLength: 2 },
    ),
    leave: fc.array(
      fc
        .tuple(fc.constantFrom(...IDS), stretchNear(middle))
        .map(([id, { from, to }]) => ({ agent: id, from, to, note: null })),
      { maxLength: 3 },
    ),
  });
}

export function aways(middle: LocalDate): fc.Arbitrary<readonly AwayEntry[]> {
  const who = fc.oneof(
    fc.constantFrom(...IDS).map((id) => ({ kind: "agent", id }) as const),
    fc.constantFrom(...DEPARTMENTS).map((name) => ({ kind: "department", name }) as const),
    fc.constant({ kind: "all" } as const),
  );
  return fc.array(fc.record({ who, days: fc.option(stretchNear(middle)) }), { minLength: 1, maxLength: 2 });
}

/** A plan that says nothing; tests add what they are about. */
export const NO_RULES: CoveragePlan = {
  openingHours: null,
  minimums: [],
  holidays: [],
  workdays: [],
  leave: [],
};
