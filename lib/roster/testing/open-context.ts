import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { Skill } from "#lib/schedule/types.ts";
import { createChanges } from "../changes.ts";
import type { RosterContext } from "../context.ts";
import { createDocuments } from "../documents.ts";
import type { FeedOptions } from "../feed-options.ts";
import type { ReadAgent, ReadList } from "../ports.ts";
import { openFeed } from "./open-feed.ts";
import { listOf, recordOf } from "./scripted-desk.ts";

interface ContextOptions extends Partial<FeedOptions> {
  readonly plan?: CoveragePlan | null;
}

/** For tests of verbs: the one desk `main`, whose first round is answered with `present`; nobody was removed. */
export async function openContext(
  present: ReadList | Error,
  { plan = null, ...more }: ContextOptions = {},
): Promise<RosterContext> {
  const { feed, clock } = await openFeed({ present: [present], removed: [listOf()] }, more);
  const source = { feed, documents: createDocuments(), changes: createChanges(), plan };
  return { desks: new Map([["main", source]]), clock, firstWaitMs: 0 };
}

/** A list in which the skills that an agent holds are named; ids that `skills` does not know stay unknown. */
export function listWithSkills(skills: readonly Skill[], ...agents: readonly Partial<ReadAgent>[]): ReadList {
  const records = agents.map((agent) => {
    const held = skills.filter(({ id }) => agent.skillIds?.includes(id));
    return recordOf(agent, { skills: held });
  });
  return { records, setAsideAgents: 0 };
}
