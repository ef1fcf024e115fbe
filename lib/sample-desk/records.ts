import { WIRE_STATUS, type WireAgentSchedule } from "#lib/feishu/wire.ts";
import { makePeople, makeRemoved, type Person } from "./people.ts";
import { statusAt } from "./status-at.ts";

/** The two lists that a desk answers with. */
export type ListName = "present" | "removed";

/** What the world needs of a desk: its records at an instant, as they go over the wire. */
export interface DeskRecords {
  list(name: ListName, epochMs: number): readonly WireAgentSchedule[];
}

/** A desk of `size` agents (removed ones come on top). Deterministic in size, seed and time. */
export function makeDeskRecords(size: number, seed: number): DeskRecords {
  const present = makePeople(size, seed);
  const removed = makeRemoved(size, seed);
  return {
    list: (name, epochMs) =>
      name === "present"
        ? present.map((person) => toRecord(person, statusAt(person, seed, epochMs)))
        : removed.map((person, i) => toRecord(person, removedStatus(i))),
  };
}

/** Feishu does not document what status a removed agent carries, so the sample sends 4 for one and 3 for the next. */
function removedStatus(index: number): number {
  return index % 2 === 0 ? WIRE_STATUS.removed : WIRE_STATUS.offDuty;
}

function toRecord(person: Person, status: number): WireAgentSchedule {
  return { status, agent: person.agent, schedule: person.schedule, agent_skills: person.skills };
}
