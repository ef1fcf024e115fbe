import type { RosterJson } from "#lib/contract/roster.ts";
import { makeDeskRecords } from "#lib/sample-desk/records.ts";
import type { SampleDesk } from "#lib/sample-desk/server.ts";

/** What Feishu holds at each minute of the simulation; one agent's name tells the minute, so that a roster can be held to it. */

const SIZE = 60;
const SEED = 8;
const MINUTE_MS = 60_000;
const MARKER_ID = "ou_marker";
const STATUS_WORDS: Readonly<Record<number, string>> = { 1: "online", 2: "offline", 3: "off_duty" };

export interface Truth {
  /** Puts the minute of this instant into the desk. */
  advance(epochMs: number): void;
  /** What is wrong with a roster of the product's; empty: nothing. */
  judge(roster: RosterJson): Faults;
  /** The minute that a roster was read at, epoch ms; null: it does not say. */
  readAt(roster: RosterJson): number | null;
}

export interface Faults {
  readonly missingAgents: number;
  readonly wrongStatuses: number;
  readonly changedWeeks: number;
}

export function createTruth(feishu: SampleDesk): Truth {
  const records = makeDeskRecords(SIZE, SEED);
  const removedIds = records.list("removed", 0).map(({ agent }) => agent.id);
  const weeks = new Map<string, string>();
  let minuteAt = Number.NaN;

  const recordsAt = (at: number) => {
    const present = records.list("present", at);
    const [first] = present;
    if (first === undefined) throw new Error("The desk is empty.");
    return [...present, { ...first, agent: { ...first.agent, id: MARKER_ID, name: `at ${at}` } }];
  };
  const readAt = (roster: RosterJson) => {
    const name = roster.agents.find(({ id }) => id === MARKER_ID)?.name.match(/^at (\d+)$/)?.[1];
    return name === undefined ? null : Number(name);
  };
  return {
    advance: (epochMs) => {
      const at = Math.floor(epochMs / MINUTE_MS) * MINUTE_MS;
      if (at === minuteAt) return;
      minuteAt = at;
      feishu.control.setRecords("present", recordsAt(at));
    },
    readAt,
    judge: (roster) => {
      const at = readAt(roster);
      if (at === null) return { missingAgents: SIZE, wrongStatuses: 0, changedWeeks: 0 };
      const held = new Map(roster.agents.map((agent) => [agent.id, agent]));
      const truth = [
        ...recordsAt(at).map(({ agent, status }) => ({
          id: agent.id,
          status: STATUS_WORDS[status] ?? "unknown",
        })),
        ...removedIds.map((id) => ({ id, status: "removed" })),
      ];
      const changed = roster.agents.filter(({ id, week }) => {
        const text = JSON.stringify(week);
        const before = weeks.get(id) ?? text;
        weeks.set(id, before);
        return text !== before;
      });
      return {
        missingAgents: truth.filter(({ id }) => !held.has(id)).length,
        wrongStatuses: truth.filter(({ id, status }) => held.has(id) && held.get(id)?.status !== status)
          .length,
        changedWeeks: changed.length,
      };
    },
  };
}
