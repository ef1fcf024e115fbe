import type { WireAgent, WireRule, WireSkill } from "#lib/feishu/wire.ts";
import { COMPANIES, DEPARTMENTS, wireSkill } from "./catalogue.ts";
import { chineseName, latinName, type MadeName } from "./names.ts";
import { POSTS, type Post } from "./people-table.ts";
import { fractionOf, hexOf } from "./seeded.ts";
import { SHIFTS } from "./shifts.ts";

/** Everything of an agent that does not change while one watches; the status is added by status-at.ts. */
export interface Person {
  /** Place in the desk; with the seed the source of everything that looks like chance. */
  readonly index: number;
  readonly agent: WireAgent;
  readonly schedule: readonly WireRule[];
  readonly skills: readonly WireSkill[];
  /** Set for the one agent whose status Feishu has not documented. */
  readonly fixedStatus: number | null;
}

/** Undocumented on purpose: the product must show it as unknown. */
const ODD_STATUS = 7;
/** Removed people are counted from here, so that a larger desk does not change who they are. */
const REMOVED_FROM = 1_000_000;

/**
 * Oddities that real desks have, by the name in the table. Only the sixty of the table have them, so that
 * what the sample shows to check stays a handful at every size.
 */
const ODDITIES: ReadonlyMap<string, (person: Person) => Person> = new Map([
  ["谢宇", (person) => ({ ...person, agent: { ...person.agent, department: "" } })],
  ["黄俊杰", (person) => withRule(person, { start_time: "11:00", end_time: "14:00", weekday: 3 })],
  ["吕思琪", (person) => ({ ...person, fixedStatus: ODD_STATUS })],
]);

/**
 * The first `size` people of a desk: the sixty of the table, then their posts again under made-up names.
 * The same size and seed give the same people; a larger size begins with the smaller one's.
 */
export function makePeople(size: number, seed: number): readonly Person[] {
  return Array.from({ length: size }, (_, index) => {
    const post = POSTS[index % POSTS.length];
    if (!post) throw new RangeError("The table of posts is empty.");
    return index < POSTS.length ? fromTable(post, index, seed) : repeatPost(post, index, seed);
  });
}

/** Those whom an administrator has removed: two of the first sixty, then two in a hundred. No hours are left. */
export function makeRemoved(size: number, seed: number): readonly Person[] {
  const count = size === 0 ? 0 : Math.max(2, Math.round(size / 50));
  return Array.from({ length: count }, (_, i) => {
    const index = REMOVED_FROM + i;
    const post = POSTS[(i * 7) % POSTS.length];
    if (!post) throw new RangeError("The table of posts is empty.");
    return { ...repeatPost({ ...post, company: "chenxing" }, index, seed), schedule: [] };
  });
}

function fromTable(post: Post, index: number, seed: number): Person {
  const person = toPerson(post, index, seed);
  return ODDITIES.get(post.name)?.(person) ?? person;
}

function repeatPost(post: Post, index: number, seed: number): Person {
  const nth = index + Math.floor(fractionOf(seed, 17) * 1_000);
  const made: MadeName = post.company === "bluewater" ? latinName(nth) : chineseName(nth);
  return toPerson({ ...post, name: made.name, mail: `${made.mail}${index % REMOVED_FROM}` }, index, seed);
}

function toPerson(post: Post, index: number, seed: number): Person {
  const company = COMPANIES[post.company];
  return {
    index,
    agent: {
      id: `ou_${hexOf(32, seed, index)}`,
      // None has a picture: any https address would make the demo fetch from a stranger's host.
      avatar_url: "",
      name: post.name,
      email: `${post.mail}@${company.mail}`,
      department: DEPARTMENTS[post.department],
      company_name: company.name,
    },
    schedule: SHIFTS[post.shift],
    skills: post.skills.map(wireSkill),
    fixedStatus: null,
  };
}

function withRule(person: Person, rule: WireRule): Person {
  return { ...person, schedule: [...person.schedule, rule] };
}
