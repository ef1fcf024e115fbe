import "server-only";
import { createHash } from "node:crypto";
import type { Freshness, Problem, RosterJson } from "#lib/contract/roster.ts";
import type { Agent, Roster } from "#lib/schedule/types.ts";
import { type InTurns, inSlices, takeTurns } from "#lib/turns.ts";
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
/** Less than a millisecond of work. */
const AGENTS_PER_SLICE = 100;

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
  const { body, hash } = await takeTurns(writeBody(json, `${keyOfShape(shape)}\n`));
  return { json, body, etag: `"${hash.slice(0, 27)}"` };
}

/** What is served, in the order of product.md section 5. */
export function toJson({ roster, freshness, problem }: Served): RosterJson {
  const { desk, skills, setAside } = roster;
  return { desk, freshness, problem, skills, agents: roster.agents.map(withoutRuleNotes), setAside };
}

/** An agent as product.md section 5 lists it: rule notes are for `GET /api/notes`. Nearly always the very same object. */
function withoutRuleNotes(agent: Agent): RosterJson["agents"][number] {
  if (agent.ruleNotes === undefined) return agent;
  const { ruleNotes: _, ...listed } = agent;
  return listed;
}

/** `JSON.stringify` of a roster as UTF-8, and a digest of `salt` and that. */
function* writeBody(
  { agents, setAside, ...head }: RosterJson,
  salt: string,
): InTurns<{ readonly body: Uint8Array<ArrayBuffer>; readonly hash: string }> {
  const parts: Buffer[] = [];
  const hash = createHash("sha256").update(salt);
  const add = (text: string) => {
    const part = Buffer.from(text);
    parts.push(part);
    hash.update(part);
  };
  add(`${JSON.stringify(head).slice(0, -1)},"agents":[`);
  yield* inSlices(agents, AGENTS_PER_SLICE, (slice) => {
    add(`${parts.length > 1 ? "," : ""}${JSON.stringify(slice).slice(1, -1)}`);
  });
  add(`],"setAside":${JSON.stringify(setAside)}}`);
  yield;
  return { body: Buffer.concat(parts), hash: hash.digest("base64url") };
}
