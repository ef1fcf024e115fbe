import { type Check, isListOf, isObjectOf, isOneOf, isText } from "#lib/contract/check.ts";
import { RULE_NOTES, type RuleNote } from "#lib/schedule/types.ts";
import { type ClientAccess, OWN_ACCESS } from "./access.ts";

interface RuleNoteJson {
  readonly agent: string;
  readonly code: RuleNote;
}

// Only what is read here: the rest of the answer is worked out from the roster.
const isAnswer: Check<{ readonly notes: readonly RuleNoteJson[] }> = isObjectOf({
  notes: isListOf(isObjectOf<RuleNoteJson>({ agent: isText, code: isOneOf(RULE_NOTES) })),
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
  const answer: unknown = await response.json();
  if (!isAnswer(answer)) throw new TypeError("These are no findings");
  const byAgent = new Map<string, RuleNote[]>();
  for (const { agent, code } of answer.notes) byAgent.set(agent, [...(byAgent.get(agent) ?? []), code]);
  return byAgent;
}
