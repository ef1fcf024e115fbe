import { type AbsencesOf, splitAbsent } from "./absence.ts";
import { type ExceptionKind, exceptionOf } from "./exceptions.ts";
import { type Expander, makeExpander } from "./expand.ts";
import { addDays } from "./local-date.ts";
import { planOf } from "./plan.ts";
import { makePlannedAt, type PlannedAt } from "./planned-at.ts";
import { prepareSearch } from "./search.ts";
import { type Agent, asInstant, type Instant, type LocalDate, type Roster, type Span } from "./types.ts";
import { instantOf } from "./zone.ts";

/** An agent made ready to be selected again and again; one a roster, by `prepareAgents`. */
export interface RosterAgentView {
  readonly agent: Agent;
  /** From `prepareSearch`. */
  readonly search: string;
  /** The agent's spans around the moments that will be asked about (not those of the week on screen), without those on leave. */
  readonly spans: readonly Span[];
  /** What the plan says of `at`; the same object as long as the moment is the same. */
  lookAt(at: Instant): SelectedAgent;
}

/** A selected agent with what the plan says of the moment. */
export interface SelectedAgent {
  readonly agent: Agent;
  readonly onShift: boolean;
  readonly exception: ExceptionKind | null;
}

/**
 * Prepares a roster for `selectAgents`; `expand` covers the moments that will be asked about. Blocks that start during
 * an absence count for nothing: such an agent is not on shift, and missing is no exception.
 */
export function prepareAgents(
  roster: Pick<Roster, "agents" | "skills">,
  expand: Expander,
  absencesOf: AbsencesOf = () => [],
): readonly RosterAgentView[] {
  const shared: Shared = {
    expand,
    absencesOf,
    skillNames: new Map(roster.skills.map(({ id, name }) => [id, name])),
    plannedAt: keepLast((at) => makePlannedAt(expand.zone, at)),
  };
  return roster.agents.map((agent) => new PreparedAgent(agent, shared));
}

const DAY_MS = 86_400_000;

/**
 * The same for being asked about `today` (a day of the desk's zone) and the nine days from the day before it, which
 * hold whatever a page about the present says.
 */
export function prepareAround(
  roster: Pick<Roster, "agents" | "skills" | "desk">,
  today: LocalDate,
  absencesOf: AbsencesOf,
): readonly RosterAgentView[] {
  return prepareAgents(roster, makeExpanderAround(today, roster.desk.timeZone), absencesOf);
}

/** The expander of `prepareAround`, for whoever keeps it from one version of a roster to the next. */
export function makeExpanderAround(today: LocalDate, zone: string): Expander {
  const startAt = instantOf(addDays(today, -1), 0, zone, "first");
  return makeExpander(zone, { startAt, endAt: asInstant(startAt + 10 * DAY_MS) });
}

/** What the plan says of one agent at `now`. Nobody who was removed is on shift. */
export function lookAt(
  view: Pick<RosterAgentView, "agent" | "spans"> & Partial<Pick<RosterAgentView, "lookAt">>,
  now: Instant,
): SelectedAgent {
  return view.lookAt?.(now) ?? see(view.agent, planOf(view.spans, now).onShift !== null);
}

function see(agent: Agent, isPlanned: boolean): SelectedAgent {
  const onShift = isPlanned && agent.status !== "removed";
  return { agent, onShift, exception: exceptionOf(agent, onShift) };
}

/** What all prepared agents of a roster have in common. */
interface Shared {
  readonly expand: Expander;
  readonly absencesOf: AbsencesOf;
  readonly skillNames: ReadonlyMap<string, string>;
  readonly plannedAt: (at: Instant) => PlannedAt;
}

/**
 * Laying out the weeks of 10,000 agents, or folding their text, takes longer than drawing a screen of them, so either
 * waits until somebody asks for it.
 */
class PreparedAgent implements RosterAgentView {
  readonly agent: Agent;
  readonly #shared: Shared;
  #spans: readonly Span[] | undefined;
  #search: string | undefined;
  #seen: SelectedAgent | undefined;
  #seenAt: Instant | undefined;

  constructor(agent: Agent, shared: Shared) {
    this.agent = agent;
    this.#shared = shared;
  }

  get spans(): readonly Span[] {
    const { expand, absencesOf } = this.#shared;
    this.#spans ??= splitAbsent(this.agent.week, expand(this.agent.week), absencesOf(this.agent)).present;
    return this.#spans;
  }

  get search(): string {
    this.#search ??= prepareSearch(this.agent, this.#shared.skillNames);
    return this.#search;
  }

  lookAt(at: Instant): SelectedAgent {
    if (this.#seen === undefined || this.#seenAt !== at) {
      this.#seen = see(this.agent, this.#isPlannedAt(at));
      this.#seenAt = at;
    }
    return this.#seen;
  }

  #isPlannedAt(at: Instant): boolean {
    const { absencesOf, plannedAt } = this.#shared;
    if (absencesOf(this.agent).length > 0) return planOf(this.spans, at).onShift !== null;
    return plannedAt(at)(this.agent.week);
  }
}

/** Everybody is asked about the same moment, then about the next. */
function keepLast<V>(make: (at: Instant) => V): (at: Instant) => V {
  let last: { readonly at: Instant; readonly value: V } | null = null;
  return (at) => {
    if (last?.at !== at) last = { at, value: make(at) };
    return last.value;
  };
}
