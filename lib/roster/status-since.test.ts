import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Agent, asInstant, STATUSES, type Status } from "#lib/schedule/types.ts";
import { doAtOnce } from "#lib/turns.ts";
import { mergeRoster } from "./merge.ts";
import { continueStatuses } from "./status-since.ts";
import { listOf } from "./testing/scripted-desk.ts";

const SEEN_AT = asInstant(Date.parse("2026-11-19T09:20:00Z"));
const SEEN = "2026-11-19T09:20:00.000Z";
const EARLIER = "2026-11-19T08:00:00.000Z";
const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };

const agent = (status: Status, statusSince: string | null = null, id = "ou_anna"): Agent => {
  const [merged] = doAtOnce(mergeRoster(DESK, listOf({ id, name: id, status }), listOf())).agents;
  if (merged === undefined) throw new Error("no agent");
  return { ...merged, statusSince };
};

describe("one agent from one round to the next", () => {
  test.each<[string, Agent[], boolean, string | null, Status | null | "none"]>([
    ["a change that was watched", [agent("online")], true, SEEN, "online"],
    ["a change after an earlier one", [agent("online", EARLIER)], true, SEEN, "online"],
    ["the same status, seen to begin", [agent("offline", EARLIER)], true, EARLIER, "none"],
    ["the same status, from before we looked", [agent("offline")], true, null, "none"],
    ["a change across a gap", [agent("online", EARLIER)], false, null, null],
    ["the same status across a gap", [agent("offline", EARLIER)], false, null, "none"],
    ["somebody new", [], true, null, "none"],
    ["somebody new after a gap", [], false, null, "none"],
    ["somebody else", [agent("online", EARLIER, "ou_ben")], true, null, "none"],
  ])("%s", (_, before, watched, since, from) => {
    const { agents, changes } = doAtOnce(
      continueStatuses(before, [agent("offline")], { seenAt: SEEN_AT, watched }),
    );
    expect(agents).toEqual([agent("offline", since)]);
    const change = { agentId: "ou_anna", from, to: "offline", seenAt: SEEN_AT };
    expect(changes).toEqual(from === "none" ? [] : [change]);
  });
});

/** Rounds a minute apart: what each finds of one agent, and whether it follows the one before without a gap. */
const rounds = fc.array(fc.record({ status: fc.constantFrom(...STATUSES), watched: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

test("over any rounds: a time is given exactly where the change to this status was watched, and never too early", () => {
  fc.assert(
    fc.property(rounds, (seen) => {
      const atOf = (index: number) => asInstant(SEEN_AT + index * 60_000);
      let held: readonly Agent[] = [];
      for (const [index, { status, watched }] of seen.entries()) {
        held = doAtOnce(continueStatuses(held, [agent(status)], { seenAt: atOf(index), watched })).agents;
      }
      // The slow way: back from the end, as long as the status was the same and nothing was missed.
      let first = seen.length - 1;
      while (first > 0 && seen[first]?.watched && seen[first - 1]?.status === seen[first]?.status) first--;
      const sawIt = first > 0 && seen[first]?.watched === true;
      expect(held[0]?.statusSince).toBe(sawIt ? new Date(atOf(first)).toISOString() : null);
    }),
  );
});
