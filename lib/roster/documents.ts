import "server-only";
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Freshness, Problem, RosterJson } from "#lib/contract/roster.ts";
import type { Agent, Roster } from "#lib/schedule/types.ts";
import { keyOfShape, type RosterShape, shapeRoster } from "./shape.ts";

/** `GET /api/roster` as it goes out, made once for all who may see the same. */
export interface RosterDocument {
  readonly json: RosterJson;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Strong; the same for the same content in the same shape, also after a restart. */
  readonly etag: string;
}

export interface Served {
  readonly roster: Roster;
  readonly freshness: Freshness;
  readonly problem: Problem | null;
}

export type Documents = (served: Served, shape: RosterShape) => Promise<RosterDocument>;

/** Roles and scopes × freshness × the problems that come and go while a roster stays the same. */
const KEPT_MAX = 16;
/** A millisecond or two of work; others get their turn between one slice and the next. */
const AGENTS_PER_TURN = 500;

/** Makes documents and keeps those of the latest roster that were asked for last. Each is made once, however many wait. */
export function createDocuments(): Documents {
  let latest: Roster | null = null;
  const kept = new Map<string, Promise<RosterDocument>>();
  return (served, shape) => {
    if (served.roster !== latest) kept.clear();
    latest = served.roster;
    const key = JSON.stringify([keyOfShape(shape), served.freshness, served.problem]);
    const document = kept.get(key) ?? makeDocument(served, shape);
    // Put at the end, so that the first is the one that nobody has asked for longest.
    kept.delete(key);
    kept.set(key, document);
    if (kept.size > KEPT_MAX) for (const oldest of [...kept.keys()].slice(0, -KEPT_MAX)) kept.delete(oldest);
    return document;
  };
}

async function makeDocument(served: Served, shape: RosterShape): Promise<RosterDocument> {
  const json = toJson({ ...served, roster: shapeRoster(served.roster, shape) });
  const body = await writeBody(json);
  const hash = createHash("sha256")
    .update(`${keyOfShape(shape)}\n`)
    .update(body)
    .digest("base64url");
  return { json, body, etag: `"${hash.slice(0, 27)}"` };
}

/** What is served, in the order of product.md section 5. */
export function toJson({ roster, freshness, problem }: Served): RosterJson {
  const { desk, skills, setAside } = roster;
  return { desk, freshness, problem, skills, agents: roster.agents.map(withoutRuleNotes), setAside };
}

/** An agent as product.md section 5 lists it: rule notes are for `GET /api/notes`. */
function withoutRuleNotes({ ruleNotes: _, ...agent }: Agent): RosterJson["agents"][number] {
  return agent;
}

/** `JSON.stringify` of a roster as UTF-8, a slice of agents at a time. */
async function writeBody({ agents, setAside, ...head }: RosterJson): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"agents":[`)];
  for (let from = 0; from < agents.length; from += AGENTS_PER_TURN) {
    if (from > 0) await nextTurn();
    const slice = JSON.stringify(agents.slice(from, from + AGENTS_PER_TURN)).slice(1, -1);
    parts.push(Buffer.from(from > 0 ? `,${slice}` : slice));
  }
  parts.push(Buffer.from(`],"setAside":${JSON.stringify(setAside)}}`));
  return new Uint8Array(Buffer.concat(parts));
}
