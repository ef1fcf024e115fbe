import type { z } from "zod/mini";
import type { problemSchema, rosterChangeSchema, rosterSchema } from "./roster-schema.ts";

/** What `GET /api/roster` answers, as types of its schema: read where the schema itself would be too heavy. */

/** Shared by all who look at it, so that nobody may change it. */
export type RosterJson = Frozen<z.infer<typeof rosterSchema>>;
export type RosterChange = Frozen<z.infer<typeof rosterChangeSchema>>;
export type AgentJson = RosterJson["agents"][number];
export type Problem = z.infer<typeof problemSchema>;
export type ProblemCode = Problem["code"];
export type Freshness = RosterJson["freshness"];
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** The address of a desk's roster, below the base path. A page that loads it ahead must name it letter for letter. */
export function rosterPath(deskKey: string): string {
  return `/api/roster?desk=${encodeURIComponent(deskKey)}`;
}

/** Names of the headers that carry the clock, since the body holds none. ISO 8601, UTC. */
export const CLOCK_HEADERS = {
  fetchedAt: "Rota-Fetched-At",
  servedAt: "Rota-Served-At",
  nextReadAt: "Rota-Next-Read-At",
} as const;
