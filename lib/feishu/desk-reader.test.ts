import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ReadFailure } from "#lib/roster/ports.ts";
import * as fault from "#lib/sample-desk/fault-presets.ts";
import recording from "#lib/sample-desk/sdk-recording.json" with { type: "json" };
import { createDeskReader } from "./desk-reader.ts";
import { openBench, type TestBench } from "./testing/bench.ts";
import { createTokenProviders } from "./token.ts";

let bench: TestBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const failureOf = async (work: Promise<unknown>): Promise<ReadFailure> => {
  const outcome = await work.catch((error: unknown) => error);
  if (!(outcome instanceof ReadFailure)) throw new Error("Expected a ReadFailure.", { cause: outcome });
  return outcome;
};
const journalUrls = () => bench.desk.control.journal().map(({ method, url }) => `${method} ${url}`);

describe("a reading", () => {
  it("takes one token, asks for both lists with a plainly repeated status, and no body", async () => {
    const present = await bench.reader.readPresent(bench.hooks);
    const removed = await bench.reader.readRemoved(bench.hooks);
    expect(present.records).toHaveLength(60);
    expect(removed.records.map(({ agent }) => agent.status)).toEqual(["removed", "removed"]);
    expect(journalUrls()).toEqual([
      "POST /open-apis/auth/v3/tenant_access_token/internal",
      "GET /open-apis/helpdesk/v1/agent_schedules?status=1&status=2&status=3",
      "GET /open-apis/helpdesk/v1/agent_schedules?status=4",
    ]);
    const get = bench.desk.control.journal()[1];
    expect(get?.headers["content-length"]).toBeUndefined();
    expect(get?.headers["content-type"]).toBeUndefined();
    expect(get?.headers["x-lark-helpdesk-authorization"]).toBe(btoa("7001:ht-sample-desk"));
    expect(bench.failures).toEqual([]);
  });

  it("asks with the very request lines of Feishu's official SDK", async () => {
    await bench.reader.readPresent(bench.hooks);
    await bench.reader.readRemoved(bench.hooks);
    const sdkLines = recording.requests.slice(0, 3).map(({ bytes }) => bytes.split(" HTTP/1.1")[0]);
    expect(journalUrls()).toEqual(sdkLines);
  });

  it("tells the observer of each call", async () => {
    await bench.reader.readRemoved(bench.hooks);
    expect(bench.calls).toEqual([
      {
        endpoint: "tenant_access_token",
        outcome: "ok",
        durationMs: 0,
        code: 0,
        logId: expect.stringMatching(/^\w{32}$/),
      },
      {
        endpoint: "agent_schedules",
        outcome: "ok",
        durationMs: 0,
        code: 0,
        logId: expect.stringMatching(/^\w{32}$/),
      },
    ]);
  });

  it("reads a desk behind a base address with a path and a final slash", async () => {
    const reader = createDeskReader({ ...bench.settings, baseUrl: `${bench.desk.url}/proxy/` }, bench.deps);
    await failureOf(reader.readPresent(bench.hooks));
    expect(journalUrls()[0]).toBe("POST /proxy/open-apis/auth/v3/tenant_access_token/internal");
    const plain = createDeskReader({ ...bench.settings, baseUrl: `${bench.desk.url}/` }, bench.deps);
    expect((await plain.readPresent(bench.hooks)).records).toHaveLength(60);
  });

  it("shares a token between desks of one app, and between two calls at once", async () => {
    const tokens = createTokenProviders({ ...bench.deps, maxBytes: 1_000 });
    const readers = [1, 2].map(() => createDeskReader(bench.settings, { ...bench.deps, tokens }));
    await Promise.all(
      readers.flatMap((reader) => [reader.readPresent(bench.hooks), reader.readRemoved(bench.hooks)]),
    );
    expect(journalUrls().filter((line) => line.startsWith("POST"))).toHaveLength(1);
  });

  it("keeps apart the tokens of two apps, and of one app with another secret", async () => {
    const tokens = createTokenProviders({ ...bench.deps, maxBytes: 1_000 });
    await createDeskReader(bench.settings, { ...bench.deps, tokens }).readPresent(bench.hooks);
    for (const change of [{ appId: "cli_other" }, { appSecret: "other" }]) {
      const other = createDeskReader({ ...bench.settings, ...change }, { ...bench.deps, tokens });
      expect((await failureOf(other.readPresent(bench.hooks))).problem).toBe("credentials_refused");
    }
  });
});

describe("lists that are none", () => {
  const data = (json: string) => fault.rawBody(`{"code":0,"data":${json}}`);

  it.each(["{}", '{"agent_schedules":null}'])("for removed agents %s means nobody", async (json) => {
    bench.desk.control.failNext(data(json));
    expect(await bench.reader.readRemoved(bench.hooks)).toEqual({ records: [], setAsideAgents: 0 });
  });

  it.each([
    "{}",
    "null",
    "[]",
    "7",
    '{"agent_schedules":null}',
    '{"agent_schedules":{}}',
    '{"agent_schedules":""}',
  ])("for present agents %s is a failure, never an empty desk", async (json) => {
    bench.desk.control.failAlways(data(json));
    expect((await failureOf(bench.reader.readPresent(bench.hooks))).problem).toBe("unreadable_answer");
    expect(bench.failures).toHaveLength(3);
  });

  it.each(["null", "[]", '{"agent_schedules":{}}', '{"agent_schedules":0}'])(
    "for removed agents %s is a failure too",
    async (json) => {
      bench.desk.control.failAlways(data(json));
      expect((await failureOf(bench.reader.readRemoved(bench.hooks))).problem).toBe("unreadable_answer");
    },
  );

  it("an empty list is believed", async () => {
    bench.desk.control.failNext(fault.emptyList());
    expect((await bench.reader.readPresent(bench.hooks)).records).toEqual([]);
  });
});

describe("refusals", () => {
  it.each([
    ["a wrong secret", { appSecret: "wrong" }, "credentials_refused"],
    ["a wrong app id", { appId: "wrong" }, "credentials_refused"],
    ["a wrong helpdesk token", { helpdeskToken: "wrong" }, "credentials_refused"],
  ])("%s is asked once and named with its log id", async (_, change, problem) => {
    const reader = createDeskReader({ ...bench.settings, ...change }, bench.deps);
    const failure = await failureOf(reader.readPresent(bench.hooks));
    expect(failure).toMatchObject({ problem, logId: expect.stringMatching(/^\w{32}$/), waitMs: null });
    expect(bench.failures).toHaveLength(1);
    expect(bench.clock.sleeps).toEqual([]);
  });

  it.each([
    ["a missing scope", fault.scopeMissing(), "permission_refused"],
    ["no access", fault.noAccess(), "permission_refused"],
    ["a used-up quota", fault.quotaUsedUp(), "quota_used_up"],
    ["a rate limit", fault.rateLimited(42), "rate_limited"],
    ["a bad request", fault.codeFault(154000), "upstream_error"],
  ])("%s is not asked again", async (_, given, problem) => {
    bench.desk.control.failAlways(given);
    expect((await failureOf(bench.reader.readPresent(bench.hooks))).problem).toBe(problem);
    expect(bench.calls).toHaveLength(2);
  });

  it.each([429, 400])("a rate limit with HTTP %i keeps its wait to the second", async (status) => {
    bench.desk.control.failAlways(fault.rateLimited(61, status));
    expect(await failureOf(bench.reader.readPresent(bench.hooks))).toMatchObject({
      problem: "rate_limited",
      waitMs: 61_000,
    });
  });

  it.each([
    ["7", 7_000],
    ["1.2", 2_000],
    ["0", 0],
    ["1767225600", null],
    ["soon", null],
    ["-1", null],
  ])("a limit with the reset %j, told by a gateway in its own words, waits %s ms", async (reset, waitMs) => {
    bench.desk.control.failAlways(fault.rawBody("slow down", { "x-ogw-ratelimit-reset": reset }, 429));
    expect(await failureOf(bench.reader.readPresent(bench.hooks))).toMatchObject({
      problem: "rate_limited",
      waitMs,
    });
  });
});

describe("a rejected token", () => {
  it.each([200, 400, 401])("is renewed once, with HTTP %i", async (status) => {
    bench.desk.control.failNext(fault.tokenRejected(status));
    expect((await bench.reader.readPresent(bench.hooks)).records).toHaveLength(60);
    expect(bench.calls.map(({ endpoint, outcome }) => `${endpoint} ${outcome}`)).toEqual([
      "tenant_access_token ok",
      "agent_schedules auth",
      "tenant_access_token ok",
      "agent_schedules ok",
    ]);
    expect(bench.failures.map(({ problem }) => problem)).toEqual(["credentials_refused"]);
  });

  it("is not renewed for ever", async () => {
    bench.desk.control.failAlways(fault.tokenRejected());
    expect((await failureOf(bench.reader.readPresent(bench.hooks))).problem).toBe("credentials_refused");
    expect(bench.calls.map(({ endpoint }) => endpoint)).toEqual([
      "tenant_access_token",
      "agent_schedules",
      "tenant_access_token",
      "agent_schedules",
    ]);
    expect(bench.failures).toHaveLength(2);
  });

  it("does not stick: after all tokens were revoked the next reading works", async () => {
    await bench.reader.readPresent(bench.hooks);
    bench.desk.control.revokeTokens();
    expect((await bench.reader.readRemoved(bench.hooks)).records).toHaveLength(2);
  });

  it.each([99991661, 99991662])("is not what code %i means", async (code) => {
    bench.desk.control.failAlways(fault.codeFault(code));
    await failureOf(bench.reader.readPresent(bench.hooks));
    expect(bench.calls).toHaveLength(2);
  });
});

describe("no secret leaves", () => {
  const CANARIES = {
    appSecret: "canary-app-secret",
    helpdeskId: "canary-id",
    helpdeskToken: "canary-helpdesk",
  };

  /** Every string that an error shows, own fields and causes included. */
  const everythingOf = (error: unknown): string =>
    error instanceof Error
      ? [error.message, error.stack, JSON.stringify(error), everythingOf(error.cause)].join("\n")
      : String(error);

  it.each([
    ["a refused token request", {}, null],
    ["a refused list", { appSecret: "sample-app-secret" }, null],
    [
      "an echo of the secrets",
      { appSecret: "sample-app-secret" },
      fault.rawBody(`canary-body ${btoa("canary-id:canary-helpdesk")}`),
    ],
    ["a dead address", { baseUrl: "http://feishu.invalid" }, null],
  ])("in %s", async (_, change, given) => {
    if (given) bench.desk.control.failAlways(given);
    const reader = createDeskReader({ ...bench.settings, ...CANARIES, ...change }, bench.deps);
    const failure = await failureOf(reader.readPresent(bench.hooks));
    const shown = [failure, ...bench.failures].map(everythingOf).join("\n") + JSON.stringify(bench.calls);
    const token = bench.desk.control.journal().find(({ target }) => target === "present")
      ?.headers.authorization;
    expect(shown).not.toMatch(/canary/);
    expect(shown).not.toContain(btoa("canary-id:canary-helpdesk"));
    expect(shown).not.toContain(token ?? "no token was sent");
  });
});
