import "server-only";
import { createHash } from "node:crypto";
import type { Freshness, Problem, RosterJson } from "#lib/contract/roster.ts";
import type { Agent, Roster } from "#lib/schedule/types.ts";

/** The forms in which a roster leaves the server: `plain` has no emails (product.md, section 7). */
export type Shape = "full" | "plain";

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

/** Shapes × freshness × the problems that come and go while a roster stays the same. */
const KEPT_MAX = 8;

/** Makes documents and keeps those of the latest roster. */
export function createDocuments(): (served: Served, shape: Shape) => RosterDocument {
  let latest: Roster | null = null;
  const kept = new Map<string, RosterDocument>();
  return (served, shape) => {
    if (served.roster !== latest || kept.size >= KEPT_MAX) kept.clear();
    latest = served.roster;
    const key = JSON.stringify([shape, served.freshness, served.problem]);
    const document = kept.get(key) ?? makeDocument(served, shape);
    kept.set(key, document);
    return document;
  };
}

function makeDocument({ roster, freshness, problem }: Served, shape: Shape): RosterDocument {
  const json: RosterJson = {
    desk: roster.desk,
    freshness,
    problem,
    skills: [...roster.skills],
    agents: roster.agents.map((agent) => shapeAgent(agent, shape)),
    setAside: roster.setAside,
  };
  const body = new TextEncoder().encode(JSON.stringify(json));
  const hash = createHash("sha256").update(`${shape}\n`).update(body).digest("base64url");
  return { json, body, etag: `"${hash.slice(0, 27)}"` };
}

/** An agent as product.md section 5 lists it: rule notes are for `GET /api/notes`. */
function shapeAgent({ ruleNotes: _, ...agent }: Agent, shape: Shape): RosterJson["agents"][number] {
  return {
    ...agent,
    email: shape === "full" ? agent.email : null,
    skillIds: [...agent.skillIds],
    week: agent.week.map(([start, end]) => [start, end]),
    notes: [...agent.notes],
  };
}
