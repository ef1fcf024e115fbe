import { describe, expect, it } from "vitest";
import { FEISHU_ERROR_KINDS, FeishuError, type FeishuErrorKind } from "./errors.ts";
import { backoffMs, withRetry } from "./retry.ts";
import { createTestClock } from "./testing/bench.ts";

/** Runs attempts that fail in turn with these kinds and then succeed. */
async function run(
  kinds: readonly FeishuErrorKind[],
  { timeoutMs = 60_000, random = () => 0.5, mayRepeat = (): boolean => true } = {},
) {
  const clock = createTestClock();
  const told: string[] = [];
  let attempts = 0;
  const attempt = async () => {
    const kind = kinds[attempts++];
    if (kind) throw new FeishuError(kind, kind);
    return "done";
  };
  const scope = {
    signal: new AbortController().signal,
    deadlineMs: clock.monotonicMs() + timeoutMs,
    onFailedAttempt: (error: FeishuError) => told.push(error.kind),
    mayRepeat,
  };
  const outcome = await withRetry(attempt, scope, { clock, random }).catch(
    (error: FeishuError) => error.kind,
  );
  return { outcome, attempts, told, sleeps: clock.sleeps };
}

describe("withRetry", () => {
  it("does nothing more when the first attempt succeeds", async () => {
    expect(await run([])).toEqual({ outcome: "done", attempts: 1, told: [], sleeps: [] });
  });

  it("tells of each failed attempt, also when a later one succeeds", async () => {
    expect(await run(["network", "upstream"])).toEqual({
      outcome: "done",
      attempts: 3,
      told: ["network", "upstream"],
      sleeps: [125, 250],
    });
  });

  it("gives up after three, with the last failure", async () => {
    expect(await run(["network", "upstream", "shape", "network"])).toMatchObject({
      outcome: "shape",
      attempts: 3,
    });
  });

  it.each(FEISHU_ERROR_KINDS)("asks again after %s only if it may pass by itself", async (kind) => {
    const passes = ["network", "upstream", "shape"].includes(kind);
    expect((await run([kind])).outcome).toBe(passes ? "done" : kind);
  });

  it("does not ask again where that is in vain", async () => {
    expect(await run(["network"], { mayRepeat: () => false })).toMatchObject({
      outcome: "network",
      attempts: 1,
      sleeps: [],
    });
  });

  it("does not begin a wait that would reach the deadline", async () => {
    expect(await run(["network"], { timeoutMs: 125 })).toMatchObject({ outcome: "network", sleeps: [] });
    expect(await run(["network"], { timeoutMs: 126 })).toMatchObject({ outcome: "done", sleeps: [125] });
  });

  it("stops when the deadline passes during the wait", async () => {
    const clock = createTestClock();
    const deadline = new AbortController();
    let attempts = 0;
    const attempt = async () => {
      attempts++;
      throw new FeishuError("network", "gone");
    };
    const scope = {
      signal: deadline.signal,
      deadlineMs: 1e9,
      mayRepeat: () => true,
      onFailedAttempt: () => deadline.abort(),
    };
    await expect(withRetry(attempt, scope, { clock, random: () => 0 })).rejects.toThrow("gone");
    expect(attempts).toBe(1);
  });

  it("lets a fault of our own through untouched", async () => {
    const scope = {
      signal: new AbortController().signal,
      deadlineMs: 1e9,
      mayRepeat: () => true,
      onFailedAttempt: () => expect.unreachable(),
    };
    const attempt = () => Promise.reject(new TypeError("ours"));
    await expect(
      withRetry(attempt, scope, { clock: createTestClock(), random: Math.random }),
    ).rejects.toThrow(TypeError);
  });
});

describe("backoffMs", () => {
  it("is drawn from all of a window that doubles up to two seconds", () => {
    expect([0, 1, 2, 3, 4, 40].map((failed) => backoffMs(failed, () => 1))).toEqual([
      250, 500, 1_000, 2_000, 2_000, 2_000,
    ]);
    expect(backoffMs(5, () => 0)).toBe(0);
  });
});
