import { totalLength } from "./interval.ts";
import {
  type Agent,
  RECORD_NOTES,
  type RecordNote,
  RULE_NOTES,
  type RuleNote,
  type Skill,
  WEEK_MINUTES,
} from "./types.ts";

/** Findings that need no more than a read roster. */
export const ROSTER_NOTES = [
  "minute-apart",
  "round-the-clock",
  "long-week",
  "no-skill",
  "only-default-skill",
  "no-department",
  "duplicate-email",
  "removed-scheduled",
  "online-no-hours",
] as const;
export type RosterNote = (typeof ROSTER_NOTES)[number];

export const NOTE_CODES = [...RECORD_NOTES, ...RULE_NOTES, ...ROSTER_NOTES] as const;
export type NoteCode = RecordNote | RuleNote | RosterNote;

/** `high`: hours or routing are surely not what was meant; `medium`: probably; `low`: worth a look. */
export const SEVERITIES = ["high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const NOTE_SEVERITY: Readonly<Record<NoteCode, Severity>> = {
  "unknown-weekday": "high",
  "unreadable-time": "high",
  "zero-length": "high",
  overlap: "medium",
  "no-schedule": "medium",
  "duplicate-agent": "medium",
  "no-name": "low",
  "group-overlaps-day": "medium",
  "overnight-meets-next": "low",
  "minute-apart": "medium",
  "round-the-clock": "medium",
  "long-week": "medium",
  "no-skill": "high",
  "only-default-skill": "low",
  "no-department": "low",
  "duplicate-email": "medium",
  "removed-scheduled": "high",
  "online-no-hours": "high",
};

/** Planned hours a week above which a plan is called long. */
export const LONG_WEEK_MINUTES = 60 * 60;

export interface Note {
  /** Whom it is about. */
  readonly agent: string;
  readonly code: NoteCode;
  readonly severity: Severity;
}

/**
 * Every finding about a roster: the gravest first, then in the order of `NOTE_CODES`, then as the roster orders its
 * agents. Of a removed agent only what its record says and that it is still scheduled: nothing else matters any more.
 *
 * `ruleNotesOf` says what an agent's rules have to be noted for, where the agents do not say it themselves.
 */
export function noteRoster(
  agents: readonly Agent[],
  skills: readonly Skill[],
  ruleNotesOf: (agent: Agent) => readonly RuleNote[] = ({ ruleNotes }) => ruleNotes ?? [],
): readonly Note[] {
  const defaults = new Set(skills.filter(({ isDefault }) => isDefault).map(({ id }) => id));
  const shared = sharedEmails(agents);
  const notes = agents.flatMap((agent) => {
    const codes: NoteCode[] = [
      ...agent.notes,
      ...ruleNotesOf(agent),
      ...rosterNotes(agent, defaults, shared),
    ];
    return codes.map((code): Note => ({ agent: agent.id, code, severity: NOTE_SEVERITY[code] }));
  });
  return notes.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      NOTE_CODES.indexOf(a.code) - NOTE_CODES.indexOf(b.code),
  );
}

function rosterNotes(
  agent: Agent,
  defaults: ReadonlySet<string>,
  shared: ReadonlySet<string>,
): readonly RosterNote[] {
  const { week, skillIds } = agent;
  if (agent.status === "removed") return week.length > 0 ? ["removed-scheduled"] : [];
  const minutes = totalLength(week);
  const found: Readonly<Record<RosterNote, boolean>> = {
    "minute-apart": isMinuteApart(week),
    "round-the-clock": minutes === WEEK_MINUTES,
    // Round the clock says as much already, and more.
    "long-week": minutes > LONG_WEEK_MINUTES && minutes < WEEK_MINUTES,
    "no-skill": skillIds.length === 0,
    "only-default-skill": skillIds.length > 0 && skillIds.every((id) => defaults.has(id)),
    "no-department": agent.department === null,
    "duplicate-email": agent.email !== null && shared.has(emailKey(agent.email)),
    "removed-scheduled": false,
    "online-no-hours": agent.status === "online" && week.length === 0,
  };
  return ROSTER_NOTES.filter((code) => found[code]);
}

/** Two blocks with one minute between them, Sunday's last and Monday's first too: somebody wrote 12:00 and 12:01. */
function isMinuteApart(week: Agent["week"]): boolean {
  const [first] = week;
  if (first === undefined) return false;
  const following = [...week.slice(1), [first[0] + WEEK_MINUTES] as const];
  return week.some(([, end], i) => (following[i]?.[0] ?? end) - end === 1);
}

const emailKey = (email: string) => email.toLowerCase();

/** Emails that more than one agent has, of those who still work here. */
function sharedEmails(agents: readonly Agent[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { email, status } of agents) {
    if (email === null || status === "removed") continue;
    const key = emailKey(email);
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}
