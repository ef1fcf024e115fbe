import * as z from "zod/mini";
import { RECORD_NOTES, STATUSES } from "#lib/schedule/types.ts";
import { PROBLEM_CODES } from "./problem-codes.ts";

/** `GET /api/roster` (product.md, section 5): one schema for the answer, its types (roster.ts) and OpenAPI. */

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

const { desk, freshness, problem, skills, setAside } = rosterSchema.shape;

/** `GET /api/roster?since=VERSION`: from the roster of that version to the present one. */
export const rosterChangeSchema = z.object({
  /** The version that the change leads from; the `ETag` names the one it leads to. */
  since: z.string(),
  /** Agents who were there and are: the fields that are new, and the id. */
  changed: z.array(z.extend(z.partial(agentSchema), { id: z.string() })),
  /** Agents who were not there. */
  came: z.array(agentSchema),
  /** Ids of those who are there no more. */
  left: z.array(z.string()),
  ...z.partial(z.object({ desk, freshness, problem, skills, setAside })).shape,
});
