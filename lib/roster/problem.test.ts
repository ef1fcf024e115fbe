import { describe, expect, test } from "vitest";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { ReadFailure } from "./ports.ts";
import { DeskProblem } from "./problem.ts";

/** What happens at 00:00, at 01:00 and so on of one day. */
type Event = ProblemCode | "success";

const DAY = "2026-11-19";
const hour = (at: number) => `${DAY}T${String(at).padStart(2, "0")}:00:00.000Z`;

function fail(problem: DeskProblem, code: ProblemCode, at: number, logId: string | null = null) {
  problem.note(code, new ReadFailure("timeout", "no answer", { logId }), asInstant(Date.parse(hour(at))));
  return problem.current;
}

function after(events: readonly Event[]): DeskProblem {
  const problem = new DeskProblem();
  for (const [at, event] of events.entries()) {
    if (event === "success") problem.adopt(null);
    else fail(problem, event, at);
  }
  return problem;
}

describe("since", () => {
  test.each<[string, readonly Event[], since: number]>([
    ["the first failure", ["timeout"], 0],
    ["the next of the same code", ["timeout", "timeout"], 0],
    ["the next of another code", ["timeout", "unreachable"], 0],
    ["one after a success", ["timeout", "success", "timeout"], 2],
    ["removed agents who cannot be read once the desk can", ["timeout", "removed_unread"], 1],
    ["the same again", ["removed_unread", "removed_unread"], 0],
    ["a desk that cannot be read either", ["removed_unread", "timeout"], 1],
    ["the first of its failures", ["removed_unread", "timeout", "unreachable"], 1],
    ["removed agents, after an attempt that failed", ["removed_unread", "timeout", "removed_unread"], 0],
    ["that attempt again", ["removed_unread", "timeout", "removed_unread", "timeout"], 3],
    ["removed agents after a success", ["removed_unread", "timeout", "success", "removed_unread"], 3],
  ])("%s", (_what, events, since) => {
    expect(after(events).current).toEqual({ code: events.at(-1), since: hour(since) });
  });

  test("after an attempt that failed, removed agents are the very same problem as before", () => {
    const problem = new DeskProblem();
    const before = fail(problem, "removed_unread", 0, "log-1");
    expect(fail(problem, "timeout", 1)).toEqual({ code: "timeout", since: hour(1) });
    expect(fail(problem, "removed_unread", 2, "log-2")).toBe(before);
  });
});

test("a whole success ends both", () => {
  expect(after(["removed_unread", "timeout", "success"]).current).toBeNull();
});

describe("what another process tells", () => {
  const partial = { code: "removed_unread", since: hour(0) } as const;
  const whole = { code: "timeout", since: hour(1) } as const;

  test("goes on as if it had been noted here", () => {
    const problem = new DeskProblem();
    for (const told of [partial, whole]) {
      problem.adopt(told);
      expect(problem.current).toBe(told);
    }
    expect(fail(problem, "unreachable", 2)).toEqual({ code: "unreachable", since: hour(1) });
    expect(fail(problem, "removed_unread", 3)).toBe(partial);
  });

  test("ends what it does not name", () => {
    const problem = after(["timeout"]);
    problem.adopt(partial);
    expect(problem.current).toBe(partial);
    problem.adopt(null);
    expect(problem.current).toBeNull();
  });
});

test("the log id is the first that Feishu gave for a code", () => {
  const problem = new DeskProblem();
  const first = fail(problem, "timeout", 0);
  const second = fail(problem, "timeout", 1, "log-1");
  expect(second).toEqual({ ...first, logId: "log-1" });
  expect(fail(problem, "timeout", 2, "log-2")).toBe(second);
  expect(fail(problem, "unreachable", 3, "log-3")?.logId).toBe("log-3");
  expect(fail(problem, "unreachable", 4, "log-4")?.logId).toBe("log-3");
  expect(fail(problem, "timeout", 5)?.logId).toBeUndefined();
});
