import "server-only";
import type { FirstRows } from "#lib/contract/first-rows.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import { absencesByLeave } from "#lib/schedule/absence.ts";
import { unknownOf, withoutUnknown } from "#lib/schedule/known.ts";
import { namedAgents, type Outline, outline, selectionKey } from "#lib/schedule/outline.ts";
import { makeExpanderAround, prepareAgents, type RosterAgentView } from "#lib/schedule/prepare.ts";
import { type SelectQuery, selectAgents } from "#lib/schedule/select.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { dateAt, minuteStartOf } from "#lib/schedule/zone.ts";
import { type InTurns, inSlices, takeTurns } from "#lib/turns.ts";
import type { DeskSource, RosterContext } from "./context.ts";
import { type RosterShape, seesDesk } from "./shape.ts";

/** Rows that a page draws before its script runs. */
const FIRST_ROWS = 30;
/** A roster of this many agents is brought whole: it weighs less than asking for it. */
const WHOLE_UP_TO = 100;
/** Agents; a millisecond or so of work. */
const SLICE = 100;

interface FirstRowsInput {
  /** A desk that there is not is answered with the first, as pages do. */
  readonly deskKey: string | null;
  readonly shape: RosterShape;
  readonly query: SelectQuery;
  /** The moment at which the page is written. */
  readonly now: Instant;
}

/**
 * What a page shows of a desk before its script runs. Counts as a look, and waits for nobody: null before a first
 * success, where the page shows that it is loading.
 */
export async function readFirstRows(
  context: RosterContext,
  input: FirstRowsInput,
): Promise<FirstRows | null> {
  const source = findSource(context, input);
  if (source === undefined) return null;
  source.feed.look();
  const { roster, fetchedAt, freshness, problem, nextReadAt } = source.feed.state();
  if (roster === null || fetchedAt === null) return null;
  const { json, body, etag } = await source.documents({ roster, freshness, problem }, input.shape);
  const clock = { fetchedAt, servedAt: input.now, nextReadAt };
  const drawn = await outlineFor(json, source, input);
  const first = { ...json, agents: namedAgents(drawn, json.agents) };
  const isSmall = json.agents.length <= WHOLE_UP_TO;
  const whole = isSmall ? { text: new TextDecoder().decode(body), etag } : null;
  return { roster: first, outline: drawn, whole, ...clock };
}

function findSource({ desks }: RosterContext, input: FirstRowsInput): DeskSource | undefined {
  const seen = [...desks].filter(([key]) => seesDesk(input.shape, key));
  const named = seen.find(([key]) => key === input.deskKey) ?? seen[0];
  return named?.[1];
}

/** What was said of a roster lately: viewers who come to the same view within a minute are told the same. */
interface SaidOutlines {
  readonly minuteAt: Instant;
  /** By question, as the address asks it; what was asked for longest ago comes first. */
  readonly byQuery: Map<string, Promise<Outline>>;
}

const said = new WeakMap<RosterJson, SaidOutlines>();
/** Addresses are the viewers' own to write; so many views of one desk are enough to remember. */
const SAID_MAX = 50;

/** The outline for this view, made once a version of the roster and a minute, also for those who come while it is made. */
function outlineFor(roster: RosterJson, source: DeskSource, input: FirstRowsInput): Promise<Outline> {
  const minuteAt = minuteStartOf(input.now);
  const before = said.get(roster);
  const byQuery = before?.minuteAt === minuteAt ? before.byQuery : new Map<string, Promise<Outline>>();
  if (byQuery !== before?.byQuery) said.set(roster, { minuteAt, byQuery });
  const key = selectionKey(input.query);
  const drawn = byQuery.get(key) ?? takeTurns(drawOutline(roster, source, input.query, minuteAt));
  byQuery.delete(key);
  byQuery.set(key, drawn);
  for (const oldest of byQuery.keys()) {
    if (byQuery.size <= SAID_MAX) break;
    byQuery.delete(oldest);
  }
  return drawn;
}

function* drawOutline(
  roster: RosterJson,
  source: DeskSource,
  asked: SelectQuery,
  now: Instant,
): InTurns<Outline> {
  const query = withoutUnknown(asked, unknownOf(asked, roster));
  const prepared = yield* prepare(roster, source, query, now);
  const selection = selectAgents(prepared, query, { now, skills: roster.skills });
  yield;
  return outline(prepared, selection, query, { now, rows: FIRST_ROWS });
}

/** With what the selection and the outline will ask for worked out before: the text to search, and who is on shift. */
function* prepare(
  { agents, skills, desk }: RosterJson,
  { plan }: DeskSource,
  query: SelectQuery,
  now: Instant,
): InTurns<readonly RosterAgentView[]> {
  const leaveOf = absencesByLeave(plan?.leave ?? [], desk.timeZone);
  const expand = makeExpanderAround(dateAt(now, desk.timeZone), desk.timeZone);
  const prepared: RosterAgentView[] = [];
  yield* inSlices(agents, SLICE, (slice) => {
    for (const agent of prepareAgents({ agents: slice, skills }, expand, leaveOf)) {
      if (query.q !== "") void agent.search;
      agent.lookAt(now);
      prepared.push(agent);
    }
  });
  yield;
  return prepared;
}
