import type { Skill } from "#lib/schedule/types.ts";
import { readText } from "./read-text.ts";
import { asObject, readId } from "./read-value.ts";

export interface ReadSkills {
  /** Each id once, in the order of first appearance. */
  readonly skills: readonly Skill[];
  /** Skills without an id. */
  readonly setAside: number;
}

/** Nearly every skill comes again with the next agent: what was last read under an id, as it came and as it is. */
const last = new Map<
  string,
  { readonly name: unknown; readonly isDefault: boolean; readonly skill: Skill }
>();
const LAST_MAX = 5_000;
const FEW_SKILLS = 12;
/** Longer ids and names are not kept. */
const USUAL_UNITS = 200;

/**
 * The skills of one agent (product.md, section 2). One without a name is called by its id; where the same id
 * comes more than once, the first real name counts, and it is a default skill if any copy says so.
 */
export function readSkills(given: readonly unknown[]): ReadSkills {
  const skills: Skill[] = [];
  for (const one of given) {
    const skill = readSkill(one);
    if (skill) skills.push(skill);
  }
  return { skills: uniteSkills(skills), setAside: given.length - skills.length };
}

/** Each id once, in the order of first appearance. */
export function uniteSkills(skills: readonly Skill[]): readonly Skill[] {
  if (areDistinct(skills)) return skills;
  const byId = new Map<string, Skill>();
  for (const skill of skills) byId.set(skill.id, unite(byId.get(skill.id), skill));
  return [...byId.values()];
}

/** Of a few skills, as nearly everybody has: seen without making anything. */
function areDistinct(skills: readonly Skill[]): boolean {
  if (skills.length > FEW_SKILLS) return false;
  for (let i = 1; i < skills.length; i++) {
    for (let j = 0; j < i; j++) if (skills[i]?.id === skills[j]?.id) return false;
  }
  return true;
}

function readSkill(value: unknown): Skill | undefined {
  const skill = asObject(value);
  const id = readId(skill?.id);
  if (id === undefined) return undefined;
  const [name, isDefault] = [skill?.name, skill?.is_default === true];
  const before = last.get(id);
  if (before !== undefined && before.name === name && before.isDefault === isDefault) return before.skill;
  if (last.size >= LAST_MAX) last.clear();
  const read = { id, name: readText(name) ?? id, isDefault };
  const isUsual = typeof name === "string" && name.length <= USUAL_UNITS && id.length <= USUAL_UNITS;
  if (isUsual) last.set(id, { name, isDefault, skill: read });
  return read;
}

function unite(first: Skill | undefined, next: Skill): Skill {
  if (!first) return next;
  const name = first.name === first.id ? next.name : first.name;
  return { id: first.id, name, isDefault: first.isDefault || next.isDefault };
}
