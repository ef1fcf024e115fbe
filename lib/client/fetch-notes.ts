import { z } from "zod/mini";
import { RULE_NOTES, type RuleNote } from "#lib/schedule/types.ts";
import { type ClientAccess, OWN_ACCESS } from "./access.ts";

// Only what is read here: the rest of the answer is worked out from the roster.
const answerSchema = z.object({
  notes: z.array(z.object({ agent: z.string(), code: z.enum(RULE_NOTES) })),
});

/** By agent id; an agent without any is not in it. */
export type RuleNotes = ReadonlyMap<string, readonly RuleNote[]>;

/**
 * The findings about rules, which a roster's merged weeks no longer show: `GET /api/notes` for these codes alone.
 * Rejects where our server does not answer with them.
 */
export async function fetchRuleNotes(
  basePath: string,
  desk: string,
  signal: AbortSignal,
  access: ClientAccess = OWN_ACCESS,
): Promise<RuleNotes> {
  const search = new URLSearchParams({ desk, code: RULE_NOTES.join() });
  const response = await fetch(`${basePath}/api/notes?${search}`, {
    signal,
    cache: "no-store",
    headers: access.headers(),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const { notes } = answerSchema.parse(await response.json());
  const byAgent = new Map<string, RuleNote[]>();
  for (const { agent, code } of notes) byAgent.set(agent, [...(byAgent.get(agent) ?? []), code]);
  return byAgent;
}
