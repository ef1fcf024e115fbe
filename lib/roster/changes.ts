import "server-only";
import type { RosterChange, RosterJson } from "#lib/contract/roster.ts";
import { describeChange } from "#lib/contract/roster-change.ts";
import type { Agent, Roster, Skill } from "#lib/schedule/types.ts";
import { type InTurns, inSlices, takeTurns } from "#lib/turns.ts";
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
   * whole is no larger. Made once for all who ask for the same, in turns.
   */
  since(name: string, version: Version): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** A version costs little more than its list: agents who did not change are shared (keep-roster.ts). */
const VERSIONS_MAX = 32;
const CHANGES_MAX = 32;
/** A millisecond or so of work. */
const SLICE = 100;

interface Past {
  readonly served: Served;
  /** As shaped: a scope decides by all agents which skills are shown. */
  readonly skills: readonly Skill[];
}

/** The versions of a desk that viewers may still hold, and what has changed since each. */
export function createChanges(): RosterChanges {
  const past = new Map<string, Past>();
  const made = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();
  return {
    remember: ({ served, shape, document }) => {
      const key = keyOf(document.etag, shape);
      if (!past.has(key)) keep(past, key, { served, skills: document.json.skills }, VERSIONS_MAX);
    },
    since: async (name, version) => {
      const before = past.get(keyOf(`"${name}"`, version.shape));
      if (before === undefined) return null;
      const key = `${name} ${keyOf(version.document.etag, version.shape)}`;
      const known = made.get(key);
      return known ?? keep(made, key, makeChange(name, before, version), CHANGES_MAX);
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

async function makeChange(name: string, before: Past, version: Version) {
  const change = new TextEncoder().encode(
    JSON.stringify(await takeTurns(describeInTurns(name, before, version))),
  );
  return change.length < version.document.body.length / 2 ? change : null;
}

/** Some agents at a time; who stands in both rosters, in the same slice of both. */
function* describeInTurns(
  name: string,
  before: Past,
  { served, shape, document }: Version,
): InTurns<RosterChange> {
  const [was, is] = differing(before.served.roster, served.roster);
  const part = (one: Served, agents: readonly Agent[], skills: readonly Skill[]): RosterJson => ({
    ...toJson({ ...one, roster: shapeRoster({ ...one.roster, agents }, shape) }),
    skills,
  });
  const changeOf = (old: readonly Agent[], now: readonly Agent[]) =>
    describeChange(name, part(before.served, old, before.skills), part(served, now, document.json.skills));
  const known = new Map(was.map((agent) => [agent.id, agent]));
  const changes: RosterChange[] = [];
  yield* inSlices(is, SLICE, (slice) => {
    changes.push(
      changeOf(
        slice.flatMap(({ id }) => known.get(id) ?? []),
        slice,
      ),
    );
    for (const { id } of slice) known.delete(id);
  });
  const rest = changeOf([...known.values()], []);
  changes.push(rest);
  return {
    ...rest,
    changed: changes.flatMap(({ changed }) => changed),
    came: changes.flatMap(({ came }) => came),
    left: changes.flatMap(({ left }) => left),
  };
}

/** The agents of each who are not the very same object in the other: of ten thousand, the few that changed. */
function differing(before: Roster, now: Roster): readonly [readonly Agent[], readonly Agent[]] {
  const old = new Set(before.agents);
  const same = new Set(now.agents.filter((agent) => old.has(agent)));
  return [before.agents.filter((agent) => !same.has(agent)), now.agents.filter((agent) => !same.has(agent))];
}
