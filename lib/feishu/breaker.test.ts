import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as fault from "#lib/sample-desk/fault-presets.ts";
import type { Fault } from "#lib/sample-desk/faults.ts";
import { createBreaker, createBreakerBook, createBreakers, OPENS_AFTER } from "./breaker.ts";
import { createDeskReader } from "./desk-reader.ts";
import type { FeishuErrorKind } from "./errors.ts";
import { openBench, type TestBench } from "./testing/bench.ts";
import { createTokenProviders } from "./token.ts";

describe("a breaker", () => {
  const breakerAfter = (...outcomes: readonly ("ok" | FeishuErrorKind)[]) => {
    const breaker = createBreaker();
    for (const outcome of outcomes) {
      breaker.begin();
      breaker.end(outcome);
    }
    return breaker;
  };
  const failures = (count: number) => Array<FeishuErrorKind>(count).fill("timeout");

  it("opens after five failures in a row, and closes at the first success", () => {
    expect(breakerAfter(...failures(OPENS_AFTER - 1)).state()).toBe("closed");
    expect(breakerAfter(...failures(OPENS_AFTER)).state()).toBe("open");
    expect(breakerAfter(...failures(4), "ok", ...failures(4)).state()).toBe("closed");
    expect(breakerAfter(...failures(50), "ok").state()).toBe("closed");
  });

  it("is half open while it is being tried", () => {
    const breaker = breakerAfter(...failures(OPENS_AFTER));
    breaker.begin();
    expect(breaker.state()).toBe("half_open");
    breaker.end("timeout");
    expect(breaker.state()).toBe("open");
  });

  it.each<FeishuErrorKind>(["rate", "quota"])(
    "takes %s for a wait, and neither for good nor for bad",
    (kind) => {
      expect(breakerAfter(...Array<FeishuErrorKind>(20).fill(kind)).state()).toBe("closed");
      expect(breakerAfter(...failures(4), kind, "timeout").state()).toBe("open");
    },
  );
});

describe("a desk whose endpoint fails", () => {
  let bench: TestBench;
  const book = createBreakerBook();
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  /** How many calls each of five rounds makes, and how many the first after the fault does. */
  async function callsPerRound(given: Fault, targets: readonly ("token" | "present")[]) {
    const app = createBreakers();
    const breakers = createBreakers();
    const tokens = createTokenProviders({ ...bench.deps, maxBytes: 1_000, breakers: app });
    const reader = createDeskReader(bench.settings, { ...bench.deps, breakers, tokens });
    const round = async () => {
      bench.calls.length = 0;
      const problem = await reader.readPresent(bench.hooks).then(
        () => "none",
        ({ problem }) => problem,
      );
      return { problem, calls: bench.calls.length };
    };
    bench.desk.control.failAlways(given, { targets });
    const counts: number[] = [];
    for (let times = 0; times < 5; times++) counts.push((await round()).calls);
    const states = [...app.states(), ...breakers.states()];
    bench.desk.control.clearFaults();
    return { counts, states, after: await round(), closed: [...app.states(), ...breakers.states()] };
  }

  it("is asked once a round, and is well at the first round after the fault", async () => {
    const { counts, states, after, closed } = await callsPerRound(fault.internalError(), ["present"]);
    // The first round also asks for a token.
    expect(counts).toEqual([4, 2, 1, 1, 1]);
    expect(states).toContainEqual({ endpoint: "agent_schedules", state: "open" });
    expect(states).toContainEqual({ endpoint: "tenant_access_token", state: "closed" });
    expect(after).toEqual({ problem: "none", calls: 1 });
    expect(closed.map(({ state }) => state)).toEqual(["closed", "closed"]);
  });

  it("is not asked more often for a token either", async () => {
    const { counts, states, after } = await callsPerRound(fault.htmlPage(502), ["token"]);
    expect(counts).toEqual([3, 2, 1, 1, 1]);
    expect(states).toContainEqual({ endpoint: "tenant_access_token", state: "open" });
    expect(after).toEqual({ problem: "none", calls: 2 });
  });

  it("opens no breaker of another desk", () => {
    for (let times = 0; times < OPENS_AFTER; times++) {
      book.of("main").of("agent_schedules").begin();
      book.of("main").of("agent_schedules").end("upstream");
    }
    book.of("second").of("agent_schedules").begin();
    book.of("second").of("agent_schedules").end("ok");
    expect(book.states()).toEqual([
      { desk: "main", endpoint: "agent_schedules", state: "open" },
      { desk: "second", endpoint: "agent_schedules", state: "closed" },
    ]);
  });
});
