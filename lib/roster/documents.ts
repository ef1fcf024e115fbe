import "server-only";
import { createHash } from "node:crypto";
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

/** Roles and scopes × freshness × the problems that come and go while a roster stays the same. */
const KEPT_MAX = 16;

/** Makes documents and keeps those of the latest roster that were asked for last. */
export function createDocuments(): (served: Served, shape: RosterShape) => RosterDocument {
  let latest: Roster | null = null;
  const kept = new Map<string, RosterDocument>();
  return (served, shape) => {
    if (served.roster !== latest) kept.clear();
    latest = served.roster;
    const key = JSON.stringify([keyOfShape(shape), served.freshness, served.problem]);
    const document = kept.get(key) ?? makeDocument(served, shape);
    // Put at the end, so that the first is the one that nobody has asked for longest.
    kept.delete(key);
    kept.set(key, document);
    for (const oldest of [...kept.keys()].slice(0, -KEPT_MAX)) kept.delete(oldest);
    return document;
  };
}

function makeDocument({ freshness, problem, ...served }: Served, shape: RosterShape): RosterDocument {
  const roster = shapeRoster(served.roster, shape);
  const json: RosterJson = {
    desk: roster.desk,
    freshness,
    problem,
    skills: [...roster.skills],
    agents: roster.agents.map(toJson),
    setAside: roster.setAside,
  };
  const body = new TextEncoder().encode(JSON.stringify(json));
  const hash = createHash("sha256")
    .update(`${keyOfShape(shape)}\n`)
    .update(body)
    .digest("base64url");
  return { json, body, etag: `"${hash.slice(0, 27)}"` };
}

/** An agent as product.md section 5 lists it: rule notes are for `GET /api/notes`. */
function toJson({ ruleNotes: _, ...agent }: Agent): RosterJson["agents"][number] {
  return {
    ...agent,
    skillIds: [...agent.skillIds],
    week: agent.week.map(([start, end]) => [start, end]),
    notes: [...agent.notes],
  };
}
