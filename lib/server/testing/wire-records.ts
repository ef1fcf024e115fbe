import type { WireAgentSchedule, WireRule } from "#lib/feishu/wire.ts";
import { makeDeskRecords } from "#lib/sample-desk/records.ts";
import { fractionOf, hexOf } from "#lib/sample-desk/seeded.ts";

/**
 * How much of a desk's records repeats: `alike` is the sample desk, whose shifts and skills recur; in `different` no two
 * agents share a name, a week or a list of skills, so that nothing that is remembered helps.
 */
export type Likeness = "alike" | "different";

/** A Thursday afternoon in Shanghai. */
const MOMENT = Date.UTC(2026, 10, 19, 9, 20);
const SKILLS = 60;
const RULES_MAX = 8;
const SEED = 21;

export function makeWireRecords(size: number, likeness: Likeness): readonly WireAgentSchedule[] {
  if (likeness === "alike") return makeDeskRecords(size, SEED).list("present", MOMENT);
  return Array.from({ length: size }, (_, i) => makeRecord(i));
}

function makeRecord(i: number): WireAgentSchedule {
  const draw = (below: number, about: number) => Math.floor(fractionOf(SEED, i, about) * below);
  const rules = 1 + draw(RULES_MAX, 0);
  const skills = 1 + draw(6, 1);
  return {
    status: 1 + draw(3, 2),
    agent: {
      id: `ou_${hexOf(32, SEED, i)}`,
      avatar_url: `https://s1-imfile.feishucdn.example/static-resource/v1/${hexOf(24, i)}~?image_size=72x72`,
      name: makeName(i, draw),
      email: `${hexOf(8, SEED, i, 3)}.${i}@example.com`,
      department: `部门 ${draw(40, 4)}`,
      company_name: `Company ${draw(5, 5)}`,
    },
    schedule: Array.from({ length: rules }, (_, n) => makeRule(n, (below) => draw(below, 100 + n))),
    agent_skills: Array.from({ length: skills }, (_, n) => {
      const skill = (draw(SKILLS, 200) + n * 7) % SKILLS;
      return { id: `6${hexOf(18, skill)}`, name: `技能 ${skill}`, is_default: skill === 0 };
    }),
  };
}

type Draw = (below: number, about: number) => number;

/** Two in three Chinese, of any of the usual characters; the rest in other scripts. */
function makeName(i: number, draw: Draw): string {
  const han = (about: number) => String.fromCodePoint(0x4e00 + draw(12_000, about));
  if (i % 3 < 2) return Array.from({ length: 2 + draw(3, 6) }, (_, n) => han(10 + n)).join("");
  const letter = (about: number) => String.fromCodePoint(0xc0 + draw(0x150, about));
  return `${letter(20)}an${letter(21)} O'${letter(22)}e ${i}`;
}

function makeRule(n: number, draw: (below: number) => number): WireRule {
  const start = draw(1_440);
  const end = (start + 30 + draw(600)) % 1_440;
  return {
    start_time: clock(start),
    end_time: clock(end),
    weekday: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11][n] ?? 1,
  };
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
