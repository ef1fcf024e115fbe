import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as fault from "#lib/sample-desk/fault-presets.ts";
import { openBench, type TestBench } from "./testing/bench.ts";
import { createTokenProvider, holdMs, type TokenProvider } from "./token.ts";

const MINUTE_MS = 60_000;
const NEVER = new AbortController().signal;

let bench: TestBench;
let tokens: TokenProvider;
beforeEach(async () => {
  bench = await openBench();
  tokens = createTokenProvider(bench.settings, { ...bench.deps, maxBytes: 10_000 });
});
afterEach(() => bench.close());

/** Answers of the token endpoint: these tokens in turn, each with this life in seconds. */
function issue(...answers: readonly (readonly [token: string, expire: unknown])[]): void {
  for (const [token, expire] of answers) {
    const body = JSON.stringify({ code: 0, msg: "ok", tenant_access_token: token, expire });
    bench.desk.control.failNext(fault.rawBody(body), { targets: ["token"] });
  }
}
const take = () => tokens.take(NEVER);

describe("taking a token", () => {
  it("asks once for all who wait, and not again while it lives", async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, take));
    expect(new Set([...taken, await take()]).size).toBe(1);
    expect(bench.calls).toHaveLength(1);
    expect(bench.desk.control.journal()[0]).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: '{"app_id":"cli_sample","app_secret":"sample-app-secret"}',
    });
  });

  it("renews from ten minutes before the end", async () => {
    issue(["t-1", 7_200], ["t-2", 7_200]);
    expect(await take()).toBe("t-1");
    bench.clock.advance(110 * MINUTE_MS - 1);
    expect(await take()).toBe("t-1");
    bench.clock.advance(1);
    expect(await take()).toBe("t-1");
    await vi.waitFor(async () => expect(await take()).toBe("t-2"));
    expect(bench.calls).toHaveLength(2);
  });

  it("does not wait for a renewal that hangs while the old token outlives the call", async () => {
    issue(["t-1", 7_200]);
    await take();
    bench.desk.control.failAlways({ kind: "hang" }, { targets: ["token"] });
    bench.clock.advance(115 * MINUTE_MS);
    expect(await take()).toBe("t-1");
    expect(await take()).toBe("t-1");
    expect(bench.calls).toHaveLength(1);
  });

  it.each([
    [7_200, 110 * MINUTE_MS],
    [1_200, 10 * MINUTE_MS],
    [600, 5 * MINUTE_MS],
    [60, MINUTE_MS / 2],
    [5, 10_000],
    [0, 10_000],
    [-7, 10_000],
  ])("holds a token of %i s for %i ms", (expire, held) => {
    expect(holdMs(expire * 1_000)).toBe(held);
  });

  it.each([undefined, null, "soon", 1.5])("does not ask on each call when expire is %j", async (expire) => {
    issue(["t-1", expire], ["t-2", 7_200]);
    expect([await take(), await take()]).toEqual(["t-1", "t-1"]);
    bench.clock.advance(10_000);
    expect(await take()).toBe("t-2");
  });

  it("reads expire as text", async () => {
    issue(["t-1", "7200"]);
    await take();
    bench.clock.advance(109 * MINUTE_MS);
    expect(await take()).toBe("t-1");
  });

  it("goes on with the old token while it lives if renewing fails, and fails after its end", async () => {
    issue(["t-1", 7_200]);
    await take();
    bench.desk.control.failAlways(fault.internalError(), { targets: ["token"] });
    bench.clock.advance(115 * MINUTE_MS);
    expect(await take()).toBe("t-1");
    bench.clock.advance(5 * MINUTE_MS);
    await expect(take()).rejects.toMatchObject({ kind: "upstream", code: 155000 });
  });

  it("asks again after a failure", async () => {
    bench.desk.control.failNext(fault.internalError(), { targets: ["token"] });
    await expect(take()).rejects.toMatchObject({ kind: "upstream" });
    expect(await take()).toMatch(/^t-/);
  });

  it.each(["", "with space", "two\nlines", "ünlaut", 7, null])(
    "refuses a token that could not stand in a header: %j",
    async (token) => {
      bench.desk.control.failNext(
        fault.rawBody(JSON.stringify({ code: 0, tenant_access_token: token, expire: 7_200 })),
        {
          targets: ["token"],
        },
      );
      await expect(take()).rejects.toMatchObject({ kind: "shape" });
    },
  );
});

describe("dropping a token", () => {
  it("makes the next call ask for another", async () => {
    issue(["t-1", 7_200], ["t-2", 7_200]);
    tokens.drop(await take());
    expect(await take()).toBe("t-2");
  });

  it("leaves a newer one alone", async () => {
    issue(["t-1", 7_200], ["t-2", 7_200]);
    const first = await take();
    tokens.drop(first);
    await take();
    tokens.drop(first);
    expect(await take()).toBe("t-2");
    expect(bench.calls).toHaveLength(2);
  });
});

describe("a waiter's own deadline", () => {
  it("ends its wait and nobody else's", async () => {
    bench.desk.control.failNext({ kind: "delay", ms: 100 }, { targets: ["token"] });
    const impatient = new AbortController();
    const first = tokens.take(impatient.signal);
    const second = take();
    impatient.abort();
    await expect(first).rejects.toMatchObject({ kind: "timeout" });
    expect(await second).toMatch(/^t-/);
    await expect(tokens.take(AbortSignal.abort())).resolves.toMatch(/^t-/);
  });

  it("that has passed already ends it at once, and a failure that nobody waits for harms nobody", async () => {
    bench.desk.control.failNext({ kind: "reset" }, { targets: ["token"] });
    await expect(tokens.take(AbortSignal.abort())).rejects.toMatchObject({ kind: "timeout" });
    await vi.waitFor(() => expect(bench.calls).toMatchObject([{ outcome: "network" }]));
  });
});
