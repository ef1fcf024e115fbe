import type { Agent } from "../types.ts";

/** An agent of a test: online, with nothing else, but for what the test says. */
export function agent(id: string, given: Partial<Agent> = {}): Agent {
  return {
    id,
    name: id,
    avatarUrl: null,
    email: null,
    department: null,
    company: null,
    status: "online",
    statusSince: null,
    skillIds: [],
    week: [],
    notes: [],
    sortKey: id,
    searchKeys: "",
    ...given,
  };
}
