import "server-only";
import type { RosterJson } from "#lib/contract/roster.ts";
import { describeChange } from "#lib/contract/roster-change.ts";
import type { Agent, Roster, Skill } from "#lib/schedule/types.ts";
import { type RosterDocument, type Served, toJson } from "./documents.ts";
import { keyOfShape, type RosterShape, shapeRoster } from "./shape.ts";

/** A roster together with what became of it for one shape. */
export interface Version {
  readonly served: Served;
  readonly shape: RosterShape;
  readonly document: RosterDocument;
}

export interface RosterChanges {
  /** Somebody is about to hold this version. */
  remember(version: Version): void;
  /**
   * From the version of that name to this one, as JSON; null: it is not known any more, was another shape's, or the
   * whole is no larger. Made once for all who ask for the same.
   */
  since(name: string, version: Version): Uint8Array<ArrayBuffer> | null;
}

/** A version costs little more than its list: agents who did not change are shared (keep-roster.ts). */
const VERSIONS_MAX = 32;
const CHANGES_MAX = 32;

interface Past {
  readonly served: Served;
  /** As shaped: a scope decides by all agents which skills are shown. */
  readonly skills: readonly Skill[];
}

/** The versions of a desk that viewers may still hold, and what has changed since each. */
export function createChanges(): RosterChanges {
  const past = new Map<string, Past>();
  const made = new Map<string, Uint8Array<ArrayBuffer> | null>();
  return {
    remember: ({ served, shape, document }) => {
      const key = keyOf(document.etag, shape);
      if (!past.has(key)) keep(past, key, { served, skills: document.json.skills }, VERSIONS_MAX);
    },
    since: (name, version) => {
      const before = past.get(keyOf(`"${name}"`, version.shape));
      if (before === undefined) return null;
      const key = `${name} ${keyOf(version.document.etag, version.shape)}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const change = writeChange(name, before, version);
      const isWorthIt = change.length < version.document.body.length / 2;
      return keep(made, key, isWorthIt ? change : null, CHANGES_MAX);
    },
  };
}

/** Shapes keep their versions apart: the name of another's tells nothing. */
const keyOf = (etag: string, shape: RosterShape) => `${etag} ${keyOfShape(shape)}`;

function keep<T>(map: Map<string, T>, key: string, value: T, most: number): T {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
  return value;
}

function writeChange(name: string, before: Past, { served, shape, document }: Version) {
  const [was, is] = differing(before.served.roster, served.roster);
  const part = (one: Served, agents: readonly Agent[], skills: readonly Skill[]): RosterJson => ({
    ...toJson({ ...one, roster: shapeRoster({ ...one.roster, agents }, shape) }),
    skills,
  });
  const change = describeChange(
    name,
    part(before.served, was, before.skills),
    part(served, is, document.json.skills),
  );
  return new TextEncoder().encode(JSON.stringify(change));
}

/** The agents of each who are not the very same object in the other: of ten thousand, the few that changed. */
function differing(before: Roster, now: Roster): readonly [readonly Agent[], readonly Agent[]] {
  const old = new Set(before.agents);
  const same = new Set(now.agents.filter((agent) => old.has(agent)));
  return [before.agents.filter((agent) => !same.has(agent)), now.agents.filter((agent) => !same.has(agent))];
}
