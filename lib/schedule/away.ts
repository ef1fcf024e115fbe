import { type AbsencesOf, daysAsInterval } from "./absence.ts";
import { type Interval, merge } from "./interval.ts";
import { readLocalDate } from "./local-date.ts";
import type { Agent, Instant, LocalDate, Span } from "./types.ts";

/** Who is away in a what-if: one agent, a department, everybody. */
export type AwayWho =
  | { readonly kind: "agent"; readonly id: string }
  | { readonly kind: "department"; readonly name: string }
  | { readonly kind: "all" };

/** One item of `away=` (product.md, section 6). Without days: the whole week on screen. */
export interface AwayEntry {
  readonly who: AwayWho;
  /** Days of the desk's zone, both inclusive. */
  readonly days: { readonly from: LocalDate; readonly to: LocalDate } | null;
}

/** Reads `ID`, `dept:NAME` or `all`, each with an optional `@DATE` or `@DATE..DATE`; undefined where it is none. */
export function readAwayEntry(text: string): AwayEntry | undefined {
  // The last @ that a date follows parts them: ids and departments may hold one too.
  const [, given = text, first, last = first] =
    /^(.*)@(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?$/s.exec(text) ?? [];
  const who = readWho(given);
  if (who === undefined) return undefined;
  if (first === undefined || last === undefined) return { who, days: null };
  const from = readLocalDate(first);
  const to = readLocalDate(last);
  return from && to && from <= to ? { who, days: { from, to } } : undefined;
}

function readWho(text: string): AwayWho | undefined {
  if (text === "all") return { kind: "all" };
  if (!text.startsWith("dept:")) return text === "" ? undefined : { kind: "agent", id: text };
  const name = text.slice("dept:".length);
  return name === "" ? undefined : { kind: "department", name };
}

/** The inverse of `readAwayEntry`. */
export function writeAwayEntry({ who, days }: AwayEntry): string {
  const name = who.kind === "all" ? "all" : who.kind === "department" ? `dept:${who.name}` : who.id;
  if (days === null) return name;
  return days.from === days.to ? `${name}@${days.from}` : `${name}@${days.from}..${days.to}`;
}

/** Whether an entry speaks of this agent. */
export function isAway({ who }: AwayEntry, agent: Pick<Agent, "id" | "department">): boolean {
  switch (who.kind) {
    case "all":
      return true;
    case "department":
      return agent.department === who.name;
    case "agent":
      return agent.id === who.id;
  }
}

/** Entries that speak of nobody in the roster: a page says so, the API refuses them. `all` always speaks. */
export function unknownAway(
  entries: readonly AwayEntry[],
  agents: readonly Pick<Agent, "id" | "department">[],
): readonly AwayEntry[] {
  const ids = new Set(agents.map(({ id }) => id));
  const departments = new Set(agents.map(({ department }) => department));
  return entries.filter(
    ({ who }) =>
      (who.kind === "agent" && !ids.has(who.id)) || (who.kind === "department" && !departments.has(who.name)),
  );
}

/** The absences of a what-if; `week` is the one on screen, `zone` the desk's. */
export function absencesByAway(entries: readonly AwayEntry[], week: Span, zone: string): AbsencesOf {
  const laid = entries.map((entry) => ({
    entry,
    interval: entry.days
      ? daysAsInterval(entry.days.from, entry.days.to, zone)
      : ([week.startAt, week.endAt] satisfies Interval<Instant>),
  }));
  return (agent) => {
    const own = laid.filter(({ entry }) => isAway(entry, agent));
    return own.length === 0 ? [] : merge(own.map(({ interval }) => interval));
  };
}
