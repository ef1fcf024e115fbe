import type { ReadAgent, ReadDesk, ReadHooks, ReadList, ReadRecord } from "../ports.ts";
import { ReadFailure } from "../ports.ts";

/** What one call answers: a list, a failure, anything else that is thrown, or later. */
export type Scripted = ReadList | Error | Promise<ReadList>;

/** A desk in memory. Each call takes the next of its script; the last one stays. */
export class ScriptedDesk implements ReadDesk {
  /** `p` for each first call, `r` for each second. */
  calls = "";
  present: readonly Scripted[] = [listOf()];
  removed: readonly Scripted[] = [listOf()];
  /** Failed attempts that the next calls report although they succeed in the end. */
  attempts: ReadFailure[] = [];

  readPresent(hooks: ReadHooks): Promise<ReadList> {
    this.calls += "p";
    const [answer, ...rest] = this.present;
    if (rest.length > 0) this.present = rest;
    return this.#answer(answer, hooks);
  }

  readRemoved(hooks: ReadHooks): Promise<ReadList> {
    this.calls += "r";
    const [answer, ...rest] = this.removed;
    if (rest.length > 0) this.removed = rest;
    return this.#answer(answer, hooks);
  }

  async #answer(answer: Scripted | undefined, hooks: ReadHooks): Promise<ReadList> {
    for (const failure of this.attempts.splice(0)) hooks.onFailedAttempt(failure);
    if (answer instanceof ReadFailure) hooks.onFailedAttempt(answer);
    if (answer instanceof Error || answer === undefined) throw answer;
    return answer;
  }
}

export function listOf(...agents: readonly Partial<ReadAgent>[]): ReadList {
  return { records: agents.map((agent) => recordOf(agent)), setAsideAgents: 0 };
}

export function recordOf(agent: Partial<ReadAgent>, rest: Partial<ReadRecord> = {}): ReadRecord {
  return { agent: agentOf(agent), skills: [], setAside: { rules: 0, skills: 0 }, ...rest };
}

function agentOf(agent: Partial<ReadAgent>): ReadAgent {
  return {
    id: "ou_1",
    name: "张三",
    avatarUrl: null,
    email: "zhangsan@acme.example",
    department: null,
    company: null,
    status: "online",
    skillIds: [],
    week: [[540, 1080]],
    notes: [],
    ...agent,
  };
}
