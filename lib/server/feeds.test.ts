import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readSettings } from "#lib/config/read-settings.ts";
import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { createBreakerBook } from "#lib/feishu/breaker.ts";
import { CODE } from "#lib/feishu/wire.ts";
import type { Feed } from "#lib/roster/feed.ts";
import type { RoundReport } from "#lib/roster/feed-options.ts";
import type { Clock } from "#lib/roster/ports.ts";
import * as preset from "#lib/sample-desk/fault-presets.ts";
import type { Fault } from "#lib/sample-desk/faults.ts";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { createLastFailures } from "#lib/telemetry/last-failures.ts";
import { createLog } from "#lib/telemetry/log.ts";
import { createLookRate } from "#lib/telemetry/look-rate.ts";
import { createMetrics } from "#lib/telemetry/metrics.ts";
import { createFeeds, findSource } from "./feeds.ts";
import { createObservers } from "./observers.ts";
import { systemClock } from "./system-clock.ts";

/** The whole way over real HTTP: client, feed and log against the sample desk. */

const DESKS = [
  { helpdeskId: "7001", helpdeskToken: "ht-first-desk", size: 60 },
  { helpdeskId: "7002", helpdeskToken: "ht-second-desk", size: 20 },
];

/** Feishu answers in its own time, but what the product waits of itself passes ten times as fast. */
const HURRY = 10;
const hurried: Clock = {
  now: systemClock.now,
  monotonicMs: () => systemClock.monotonicMs() * HURRY,
  sleep: (ms, signal) => systemClock.sleep(ms / HURRY, signal),
};

let feishu: SampleDesk;
let stopFeeds: () => Promise<unknown>;
let feeds: readonly Feed[];
const lines: string[] = [];
const metrics = createMetrics({ version: "1" });
const failures = createLastFailures<ProblemCode, Remedy>();
let tellRound: (report: RoundReport) => void = () => {};

beforeAll(async () => {
  feishu = await startSampleDesk({ desks: DESKS });
  const settings = readSettings({
    FEISHU_APP_ID: feishu.appId,
    FEISHU_APP_SECRET: feishu.appSecret,
    FEISHU_HELPDESKS: JSON.stringify(
      DESKS.map(({ helpdeskId, helpdeskToken }) => ({
        key: `d${helpdeskId}`,
        name: helpdeskId,
        id: helpdeskId,
        token: helpdeskToken,
      })),
    ),
    FEISHU_BASE_URL: feishu.url,
    FEISHU_TIMEOUT_MS: "500",
    AUTH_MODE: "open",
  });
  if (settings.source.kind !== "feishu") throw new Error("the desks of the test are not the sample");
  const log = createLog({ level: "debug", secrets: [], destination: { write: (line) => lines.push(line) } });
  const observers = createObservers({ log, metrics, looks: createLookRate(1_000), failures }, systemClock);
  const feedsObserver = {
    ...observers.feeds,
    onRound: (report: RoundReport) => {
      observers.feeds.onRound(report);
      tellRound(report);
    },
  };
  const deps = {
    clock: hurried,
    store: await openMemoryStore(),
    observers: { ...observers, feeds: feedsObserver },
    breakers: createBreakerBook(),
    replicate: null,
  };
  // Short intervals, so that a test need not wait for a round.
  const desks = createFeeds({ ...settings, refreshMs: 20, pollWhenIdle: true }, settings.source, deps);
  feeds = [...desks.values()].map(({ feed }) => feed);
  for (const feed of feeds) feed.start();
  stopFeeds = () => Promise.all(feeds.map((feed) => feed.stop()));
});

afterAll(async () => {
  feishu.control.clearFaults();
  await stopFeeds();
  await feishu.close();
});

/** Asks the first desk for rounds until one ends as wanted. */
function roundEnding(problem: ProblemCode | null): Promise<RoundReport> {
  return new Promise((resolve) => {
    tellRound = (report) => {
      if (report.desk.key === "d7001" && report.problem === problem) resolve(report);
      else first().refresh();
    };
    first().refresh();
  });
}

const first = () => {
  const [feed] = feeds;
  if (feed === undefined) throw new Error("no feed");
  return feed;
};

describe("over HTTP", () => {
  beforeEach(() => feishu.control.clearFaults());

  test("several desks of one app are read, on one token", async () => {
    await Promise.all(feeds.map((feed) => feed.firstRoster(30_000)));
    const counts = feeds.map((feed) => feed.state().roster?.agents.length ?? 0);
    expect(counts[0]).toBeGreaterThanOrEqual(60);
    expect(counts[1]).toBeGreaterThanOrEqual(20);
    expect(feishu.control.journal().filter(({ target }) => target === "token")).toHaveLength(1);
  });

  const faults: readonly (readonly [string, Fault, ProblemCode])[] = [
    ["an error code", preset.internalError(), "upstream_error"],
    ["an HTML page", preset.htmlPage(200), "unreadable_answer"],
    ["silence", { kind: "hang" }, "timeout"],
    // The last, since the desk is not asked again for half a minute.
    ["a refused credential", preset.codeFault(CODE.helpdeskCredentialWrong), "credentials_refused"],
  ];

  test.each(faults)(
    "%s leaves the last good roster, and the next success clears it",
    async (_, fault, problem) => {
      await roundEnding(null);
      const before = first().state().roster?.agents.length;
      const failed = roundEnding(problem);
      feishu.control.failAlways(fault, { helpdeskId: "7001" });
      await failed;
      expect(first().state()).toMatchObject({ freshness: "stale", problem: { code: problem } });
      expect(first().state().roster?.agents.length).toBe(before);
      feishu.control.clearFaults();
      if (problem === "credentials_refused") return;
      await roundEnding(null);
      expect(first().state()).toMatchObject({ freshness: "fresh", problem: null });
    },
  );

  test("no line names a person or holds a secret, and calls are counted by outcome", async () => {
    const names = feeds.flatMap((feed) => feed.state().roster?.agents.map(({ name }) => name) ?? []);
    const log = lines.join("");
    expect(log).toContain('"desk":"d7001"');
    for (const word of [...names, feishu.appSecret, "ht-first-desk", "ht-second-desk", "@"]) {
      expect(log).not.toContain(word);
    }
    const timeouts = (await metrics.readCalls()).find(({ outcome }) => outcome === "timeout");
    expect(timeouts).toMatchObject({ endpoint: "agent_schedules", count: expect.any(Number) });
    expect(failures.read()).toContainEqual(expect.objectContaining({ desk: "d7001", problem: "timeout" }));
  });
});

test("without a Feishu setting the sample desk is started and read like any other", async () => {
  const source = await findSource(readSettings({}));
  expect(source).toMatchObject({ kind: "feishu", desks: [{ desk: { key: "main", name: "Helpdesk" } }] });
  expect(new URL(source.baseUrl).hostname).toBe("127.0.0.1");
});
