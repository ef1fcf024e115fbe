import { WIRE_STATUS, type WireAgentSchedule } from "#lib/feishu/wire.ts";
import { makePeople, makeRemoved, type Person } from "./people.ts";
import { MINUTE_MS, statusAt } from "./status-at.ts";

/** The two lists that a desk answers with. */
export type ListName = "present" | "removed";

/** What the world needs of a desk: its records at an instant, as they go over the wire. */
export interface DeskRecords {
  list(name: ListName, epochMs: number): readonly WireAgentSchedule[];
}

/**
 * A desk of `size` agents (removed ones come on top). Deterministic in size, seed and time. Within a minute nobody's status
 * changes and the lists are the very same; a record is the same object whenever its agent has the same status.
 */
export function makeDeskRecords(size: number, seed: number): DeskRecords {
  const present = makePeople(size, seed).map((person) => ({ person, recordOf: rememberRecords(person) }));
  const removed = Object.freeze(
    makeRemoved(size, seed).map((person, i) => toRecord(person, removedStatus(i))),
  );
  let last: { readonly minute: number; readonly list: readonly WireAgentSchedule[] } | null = null;
  return {
    list: (name, epochMs) => {
      if (name === "removed") return removed;
      const minute = Math.floor(epochMs / MINUTE_MS);
      if (last?.minute !== minute) {
        const list = present.map(({ person, recordOf }) => recordOf(statusAt(person, seed, epochMs)));
        last = { minute, list: Object.freeze(list) };
      }
      return last.list;
    },
  };
}

/** The person's record for each status that they have had. */
function rememberRecords(person: Person): (status: number) => WireAgentSchedule {
  const made: WireAgentSchedule[] = [];
  return (status) => {
    const known = made.find((record) => record.status === status);
    if (known !== undefined) return known;
    const record = toRecord(person, status);
    made.push(record);
    return record;
  };
}

/** Feishu does not document what status a removed agent carries, so the sample sends 4 for one and 3 for the next. */
function removedStatus(index: number): number {
  return index % 2 === 0 ? WIRE_STATUS.removed : WIRE_STATUS.offDuty;
}

function toRecord(person: Person, status: number): WireAgentSchedule {
  return Object.freeze({
    status,
    agent: person.agent,
    schedule: person.schedule,
    agent_skills: person.skills,
  });
}
