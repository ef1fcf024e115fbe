import type { Skill } from "#lib/schedule/types.ts";
import { readText } from "./read-text.ts";
import { asObject, readId } from "./read-value.ts";

export interface ReadSkills {
  /** Each id once, in the order of first appearance. */
  readonly skills: readonly Skill[];
  /** Skills without an id. */
  readonly setAside: number;
}

/**
 * The skills of one agent (product.md, section 2). One without a name is called by its id; where the same id
 * comes more than once, the first real name counts, and it is a default skill if any copy says so.
 */
export function readSkills(given: readonly unknown[]): ReadSkills {
  const byId = new Map<string, Skill>();
  let setAside = 0;
  for (const one of given) {
    const skill = readSkill(one);
    if (skill) byId.set(skill.id, unite(byId.get(skill.id), skill));
    else setAside++;
  }
  return { skills: [...byId.values()], setAside };
}

function readSkill(value: unknown): Skill | undefined {
  const skill = asObject(value);
  const id = readId(skill?.id);
  if (id === undefined) return undefined;
  return { id, name: readText(skill?.name) ?? id, isDefault: skill?.is_default === true };
}

function unite(first: Skill | undefined, next: Skill): Skill {
  if (!first) return next;
  const name = first.name === first.id ? next.name : first.name;
  return { id: first.id, name, isDefault: first.isDefault || next.isDefault };
}
