import type { Fault } from "./faults.ts";
import type { GatewayRequest, Target } from "./gateway.ts";
import type { ListName } from "./records.ts";
import { SAMPLE_VISITORS, type SampleVisitor } from "./visitors.ts";

/** How a test holds the sample desk's strings. The same verbs are reachable over HTTP: control-http.ts. */
export interface Control {
  /** The next `times` requests (default 1) that fit go wrong in this way; faults fire in the order they were set. */
  failNext(fault: Fault, scope?: FaultScope, times?: number): void;
  /** Every request that fits goes wrong until `clearFaults`. */
  failAlways(fault: Fault, scope?: FaultScope): void;
  clearFaults(): void;
  /** Replaces what a list holds, by any JSON; null puts the sample's own back. Without a helpdesk: all desks. */
  setRecords(list: ListName, records: readonly unknown[] | null, helpdeskId?: string): void;
  /** Stops the desk's clock at this instant (epoch ms); null lets it run again. */
  setNow(epochMs: number | null): void;
  revokeTokens(): void;
  /** Who may be chosen at the sign-in page; null: the sample's own. */
  setVisitors(visitors: readonly SampleVisitor[] | null): void;
  /** Requests received, oldest first, at most the last 1,000; with all their headers, secrets included. */
  journal(): readonly JournalEntry[];
  clearJournal(): void;
}

export interface FaultScope {
  /** Default: both lists, not the token endpoint. */
  readonly targets?: readonly Target[] | undefined;
  readonly helpdeskId?: string | undefined;
}

export interface JournalEntry extends GatewayRequest {
  readonly target: Target;
  readonly helpdeskId: string | null;
  /** Epoch ms on the desk's clock. */
  readonly receivedAt: number;
}

const JOURNAL_MAX = 1_000;
const BOTH_LISTS: readonly Target[] = ["present", "removed"];

interface PlannedFault {
  readonly fault: Fault;
  readonly scope: FaultScope;
  remaining: number;
}

/** What the server asks of the control while it serves. */
export interface ControlState extends Control {
  takeFault(entry: JournalEntry): Fault | null;
  recordsOf(list: ListName, helpdeskId: string): readonly unknown[] | null;
  visitors(): readonly SampleVisitor[];
  now(): number;
  note(entry: JournalEntry): void;
}

export function createControl(clock: () => number, revokeTokens: () => void): ControlState {
  let faults: PlannedFault[] = [];
  let entries: JournalEntry[] = [];
  let frozenAt: number | null = null;
  let visitors = SAMPLE_VISITORS;
  const records = new Map<string, readonly unknown[]>();
  const recordsKey = (list: ListName, helpdeskId = "") => `${list} ${helpdeskId}`;

  return {
    failNext: (fault, scope = {}, times = 1) => {
      faults = [...faults, { fault, scope, remaining: times }];
    },
    failAlways: (fault, scope = {}) => {
      faults = [...faults, { fault, scope, remaining: Number.POSITIVE_INFINITY }];
    },
    clearFaults: () => {
      faults = [];
    },
    setRecords: (list, given, helpdeskId) => {
      if (given === null) records.delete(recordsKey(list, helpdeskId));
      else records.set(recordsKey(list, helpdeskId), given);
    },
    setNow: (epochMs) => {
      frozenAt = epochMs;
    },
    revokeTokens,
    setVisitors: (given) => {
      visitors = given ?? SAMPLE_VISITORS;
    },
    visitors: () => visitors,
    journal: () => entries,
    clearJournal: () => {
      entries = [];
    },
    takeFault: (entry) => {
      const due = faults.find(({ scope, remaining }) => remaining > 0 && fits(scope, entry));
      if (!due) return null;
      due.remaining -= 1;
      return due.fault;
    },
    recordsOf: (list, helpdeskId) =>
      records.get(recordsKey(list, helpdeskId)) ?? records.get(recordsKey(list)) ?? null,
    now: () => frozenAt ?? clock(),
    note: (entry) => {
      entries = [...entries, entry].slice(-JOURNAL_MAX);
    },
  };
}

function fits(scope: FaultScope, entry: JournalEntry): boolean {
  const targets = scope.targets ?? BOTH_LISTS;
  return targets.includes(entry.target) && (scope.helpdeskId ?? entry.helpdeskId) === entry.helpdeskId;
}
