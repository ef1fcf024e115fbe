import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readSettings } from "#lib/config/read-settings.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { createBreakerBook } from "#lib/feishu/breaker.ts";
import { CODE } from "#lib/feishu/wire.ts";
import type { Feed } from "#lib/roster/feed.ts";
import type { Clock } from "#lib/roster/ports.ts";
import * as preset from "#lib/sample-desk/fault-presets.ts";
import type { Fault } from "#lib/sample-desk/faults.ts";
import type { Target } from "#lib/sample-desk/gateway.ts";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { createFeeds } from "./feeds.ts";
import { systemClock } from "./system-clock.ts";

/**
 * Every way in which Feishu's transport fails, by real HTTP through client and feed: the last good roster stays, it is said
 * how old it is and why, and two rounds after the fault all is well. What a store may hold instead of a roster is tried in
 * lib/store; an address that cannot be reached, in lib/feishu/request.test.ts.
 */

/** What the product waits of itself passes a hundred times as fast; Feishu answers in its own time. */
const HURRY = 100;
const hurried: Clock = {
  now: systemClock.now,
  monotonicMs: () => systemClock.monotonicMs() * HURRY,
  sleep: (ms, signal) => systemClock.sleep(ms / HURRY, signal),
};
const SOON = { timeout: 30_000, interval: 10 };

let feishu: SampleDesk;
let feed: Feed;
/** How each round has ended, the latest last. */
let rounds: (ProblemCode | null)[] = [];

beforeAll(async () => {
  feishu = await startSampleDesk();
  const { source, ...settings } = readSettings({
    FEISHU_APP_ID: feishu.appId,
    FEISHU_APP_SECRET: feishu.appSecret,
    FEISHU_HELPDESK_ID: feishu.helpdeskId,
    FEISHU_HELPDESK_TOKEN: feishu.helpdeskToken,
    FEISHU_BASE_URL: feishu.url,
    FEISHU_TIMEOUT_MS: "1000",
    AUTH_MODE: "open",
  });
  if (source.kind !== "feishu") throw new Error("the desk of the test is not the sample");
  const ignore = () => undefined;
  const desks = createFeeds({ ...settings, source, refreshMs: 10_000, pollWhenIdle: true }, source, {
    clock: hurried,
    store: await openMemoryStore(),
    observers: {
      calls: { onCall: ignore },
      store: { onFault: ignore, onRecovery: ignore },
      feeds: {
        onLook: ignore,
        onRound: ({ problem }) => rounds.push(problem),
        onFailedAttempt: ignore,
        onUnexpected: ignore,
      },
    },
    breakers: createBreakerBook(),
    replicate: null,
  });
  const [first] = desks.values();
  if (first === undefined) throw new Error("no feed");
  feed = first.feed;
  feed.start();
});
afterAll(async () => {
  feishu.control.clearFaults();
  await feed.stop();
  await feishu.close();
});
beforeEach(async () => {
  feishu.control.clearFaults();
  feishu.control.setRecords("present", null);
  await vi.waitFor(() => expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null }), SOON);
});

interface Case {
  readonly number: string;
  readonly fault: Fault;
  readonly code: ProblemCode;
  readonly targets?: readonly Target[];
  /** The connection broke before there was an id. */
  readonly withoutLogId?: true;
}

const CASES: readonly Case[] = [
  { number: "31 a code with HTTP 200", fault: preset.codeFault(155000, 200), code: "upstream_error" },
  { number: "32 a limit with HTTP 429", fault: preset.rateLimited(1), code: "rate_limited" },
  { number: "32 a limit with HTTP 400", fault: preset.rateLimited(1, 400), code: "rate_limited" },
  { number: "33 a token that is always refused", fault: preset.tokenRejected(), code: "credentials_refused" },
  {
    number: "34 a wrong secret",
    fault: preset.codeFault(CODE.appSecretWrong),
    code: "credentials_refused",
    targets: ["token"],
  },
  { number: "34 a missing right", fault: preset.scopeMissing(), code: "permission_refused" },
  { number: "35 a web page with HTTP 200", fault: preset.htmlPage(200), code: "unreadable_answer" },
  { number: "35 a web page with HTTP 502", fault: preset.htmlPage(502), code: "upstream_error" },
  { number: "36 half a JSON", fault: preset.rawBody('{"code":0,"da'), code: "unreadable_answer" },
  {
    number: "36 a body that breaks off",
    fault: { kind: "truncate", bytes: 90 },
    code: "unreachable",
    withoutLogId: true,
  },
  { number: "37 a bomb", fault: { kind: "bomb", megabytes: 64 }, code: "too_large", withoutLogId: true },
  { number: "39 a redirect", fault: { kind: "redirect", location: "/" }, code: "unreadable_answer" },
  {
    number: "40 a slow drip",
    fault: { kind: "drip", bytes: 1, everyMs: 20 },
    code: "timeout",
    withoutLogId: true,
  },
  { number: "41 silence", fault: { kind: "hang" }, code: "timeout", withoutLogId: true },
  { number: "41 a reset", fault: { kind: "reset" }, code: "unreachable", withoutLogId: true },
  { number: "42 another charset", fault: preset.gbkBody(), code: "unreadable_answer" },
  { number: "45 an empty body", fault: preset.emptyBody(), code: "unreadable_answer" },
  { number: "45 no content", fault: { kind: "code", code: 0, status: 204 }, code: "unreadable_answer" },
];

describe("leaves the last good roster, says so, and passes within two rounds", () => {
  test.each(CASES)("$number", async ({ fault, code, targets, withoutLogId }) => {
    const { roster, fetchedAt } = feed.state();
    if (targets?.includes("token")) feishu.control.revokeTokens();
    feishu.control.failAlways(fault, targets === undefined ? {} : { targets });
    const down = await vi.waitFor(() => {
      const state = feed.state();
      expect(state).toMatchObject({ freshness: "stale", problem: { code } });
      return state;
    }, SOON);
    expect(down.roster?.agents.map(({ id }) => id)).toEqual(roster?.agents.map(({ id }) => id));
    expect(down.fetchedAt).toBeGreaterThanOrEqual(fetchedAt ?? 0);
    expect(Date.parse(down.problem?.since ?? "")).toBeLessThanOrEqual(systemClock.now());
    if (withoutLogId === undefined) expect(down.problem?.logId).toMatch(/^\w+$/);

    feishu.control.clearFaults();
    rounds = [];
    await vi.waitFor(() => expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null }), SOON);
    // The first of them may have begun before the fault was over.
    expect(rounds.indexOf(null)).toBeLessThanOrEqual(2);
  });
});

describe("is no fault at all", () => {
  const person = { agent: { id: "a", name: "Anna", note: "x".repeat(1_000) } };
  const records = `{"code":0,"data":{"agent_schedules":[${JSON.stringify(person)}]}}`;

  test.each<[string, Fault]>([
    ["42 a wrong content type", preset.rawBody(records, { "content-type": "text/html" })],
    ["43 a byte order mark", { kind: "bom" }],
    ["44 doubled keys", preset.rawBody(records.replace("{", '{"code":7,'))],
  ])("%s", async (_, fault) => {
    rounds = [];
    feishu.control.failAlways(fault, { targets: ["present"] });
    await vi.waitFor(() => expect(rounds.length).toBeGreaterThan(1), SOON);
    expect(rounds.filter((problem) => problem !== null)).toEqual([]);
  });

  test("33 tokens that are all revoked: one new one is taken, and the round is whole", async () => {
    rounds = [];
    feishu.control.clearJournal();
    feishu.control.revokeTokens();
    await vi.waitFor(() => expect(rounds.length).toBeGreaterThan(1), SOON);
    expect(rounds.filter((problem) => problem !== null)).toEqual([]);
    expect(feishu.control.journal().filter(({ target }) => target === "token")).toHaveLength(1);
  });

  test("38 three megabytes", async () => {
    const people = Array.from({ length: 3_000 }, (_, i) => ({ agent: { ...person.agent, id: `a${i}` } }));
    feishu.control.setRecords("present", people);
    await vi.waitFor(() => expect(feed.state().roster?.agents.length).toBeGreaterThanOrEqual(3_000), SOON);
    expect(feed.state().problem).toBeNull();
  });
});

test("a desk that is suddenly empty is believed at the second reading", async () => {
  rounds = [];
  feishu.control.setRecords("present", []);
  await vi.waitFor(() => expect(rounds).toContain("suddenly_empty"), SOON);
  expect(feed.state().roster?.agents.length).toBeGreaterThan(10);
  const isPresent = () => feed.state().roster?.agents.some(({ status }) => status !== "removed");
  await vi.waitFor(() => expect(isPresent()).toBe(false), SOON);
  expect(feed.state()).toMatchObject({ freshness: "fresh", problem: null });
});
