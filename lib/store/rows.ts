import "server-only";
import * as z from "zod/mini";
import { agentSchema, problemSchema, skillSchema } from "#lib/contract/roster-schema.ts";
import {
  type Agent,
  asInstant,
  type Instant,
  type Roster,
  RULE_NOTES,
  STATUSES,
} from "#lib/schedule/types.ts";
import { type InTurns, inSlices } from "#lib/turns.ts";
import { StoreFailure } from "./failure.ts";

/** What rows hold. A row of another shape is a fault to be told: never skipped, and never written over. */

/**
 * The shape of a kept roster. Whoever changes what a roster must hold adds one, and a migration that drops or
 * rewrites the older ones; the test that reads one of shape 1 says when that is due.
 */
export const ROSTER_SHAPE = 1;
/** The same, packed (pack-roster.ts). A version that knows only the first refuses the row, and leaves it as it is. */
export const PACKED_SHAPE = 2;

/** A millisecond or so of work. */
const AGENTS_PER_SLICE = 100;

const instant = z.int().check(z.nonnegative());

const storedRoster = z.object({
  desk: z.object({ key: z.string(), name: z.string(), timeZone: z.string() }),
  skills: z.array(skillSchema),
  /** Checked on their own, since they may be many: `readRosterRow`. */
  agents: z.array(z.unknown()),
  setAside: z.object({ agents: z.int(), rules: z.int(), skills: z.int() }),
});

const storedAgent = z.extend(agentSchema, { ruleNotes: z.exactOptional(z.array(z.enum(RULE_NOTES))) });

const calendar = z.object({
  id: z.string(),
  secretHash: z.string(),
  deskKey: z.string(),
  scope: z.object({ kind: z.enum(["agent", "skill", "department"]), value: z.string() }),
  createdAt: z.string(),
  createdBy: z.nullable(z.string()),
});

const ourInstant = z.pipe(instant, z.transform(asInstant));

const bulletin = z.object({
  postedAt: ourInstant,
  problem: z.nullable(problemSchema),
  fetchedAt: z.nullable(ourInstant),
  succeededAt: z.nullable(ourInstant),
  watchedAt: z.nullable(ourInstant),
  failures: z.int(),
  dueAt: ourInstant,
  firmUntilAt: ourInstant,
});

/** A column that holds JSON, which is how any text survives: PostgreSQL's own text may hold no NUL. */
const json = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text, context) => {
        try {
          return JSON.parse(text);
        } catch {
          context.issues.push({ code: "custom", message: "is not JSON", input: text });
          return z.NEVER;
        }
      }),
    ),
    schema,
  );

export const ROWS = {
  roster: z.object({ shape: z.literal(ROSTER_SHAPE), roster: json(storedRoster), fetched_at: instant }),
  change: z.object({
    agent: json(z.string()),
    from_status: z.nullable(z.enum(STATUSES)),
    to_status: z.enum(STATUSES),
    seen_at: instant,
  }),
  calendar: z.object({ calendar: json(calendar) }),
  calls: z.object({ calls: z.int() }),
  shared: z.object({
    bulletin: z.nullable(json(bulletin)),
    posted_ago: z.nullable(z.int()),
    looked_ago: z.nullable(z.int()),
    asked_at: z.nullable(z.int()),
    digest: z.nullable(z.string()),
    holder: z.nullable(z.string()),
    until_at: z.nullable(z.int()),
  }),
} as const;

/** Rejects all where one cannot be understood, as `unreadable_row`. */
export function parseRows<T extends z.ZodMiniType>(schema: T, rows: readonly unknown[]): z.infer<T>[] {
  const read = z.array(schema).safeParse(rows);
  if (!read.success) throw new StoreFailure("unreadable_row");
  return read.data;
}

/** A kept roster, from its row; throws `unreadable_row` where that cannot be understood. */
export function* readRosterRow(
  row: unknown,
): InTurns<{ readonly roster: Roster; readonly fetchedAt: Instant } | null> {
  const [read] = parseRows(ROWS.roster, [row]);
  if (read === undefined) return null;
  const agents: Agent[] = [];
  yield;
  yield* inSlices(read.roster.agents, AGENTS_PER_SLICE, (slice) => {
    agents.push(...parseRows(storedAgent, slice));
  });
  return { roster: { ...read.roster, agents }, fetchedAt: asInstant(read.fetched_at) };
}
