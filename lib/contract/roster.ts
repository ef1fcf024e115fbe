import * as z from "zod/mini";
import { RECORD_NOTES, STATUSES } from "#lib/schedule/types.ts";

/** `GET /api/roster` (product.md, section 5): one schema for the answer, the browser's check and OpenAPI. */

const nullableText = z.nullable(z.string());

export const skillSchema = z.object({ id: z.string(), name: z.string(), isDefault: z.boolean() });

export const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  avatarUrl: nullableText,
  email: nullableText,
  department: nullableText,
  company: nullableText,
  status: z.enum(STATUSES),
  statusSince: nullableText,
  skillIds: z.array(z.string()),
  week: z.array(z.tuple([z.int(), z.int()])),
  notes: z.array(z.enum(RECORD_NOTES)),
  sortKey: z.string(),
  searchKeys: z.string(),
});

/** Why a round failed, in the words of the page and of `problem.code`. */
export const PROBLEM_CODES = [
  "unreachable",
  "timeout",
  "rate_limited",
  "quota_used_up",
  "credentials_refused",
  "permission_refused",
  "upstream_error",
  "unreadable_answer",
  "too_large",
  "suddenly_empty",
  "removed_unread",
] as const;

export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  since: z.string(),
  logId: z.optional(z.string()),
});

export const rosterSchema = z.object({
  desk: z.object({ key: z.string(), name: z.string(), timeZone: z.string() }),
  freshness: z.enum(["fresh", "stale"]),
  problem: z.nullable(problemSchema),
  skills: z.array(skillSchema),
  agents: z.array(agentSchema),
  setAside: z.object({ agents: z.int(), rules: z.int(), skills: z.int() }),
});

/** The address of a desk's roster, below the base path. A page that loads it ahead must name it letter for letter. */
export function rosterPath(deskKey: string): string {
  return `/api/roster?desk=${encodeURIComponent(deskKey)}`;
}

/** Shared by all who look at it, so that nobody may change it. */
export type RosterJson = Frozen<z.infer<typeof rosterSchema>>;
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type Problem = z.infer<typeof problemSchema>;
export type Freshness = RosterJson["freshness"];

/** Names of the headers that carry the clock, since the body holds none. ISO 8601, UTC. */
export const CLOCK_HEADERS = {
  fetchedAt: "Rota-Fetched-At",
  servedAt: "Rota-Served-At",
  nextReadAt: "Rota-Next-Read-At",
} as const;
