import { afterEach, expect, test } from "vitest";
import { createChanges } from "#lib/roster/changes.ts";
import type { RosterContext } from "#lib/roster/context.ts";
import { createDocuments } from "#lib/roster/documents.ts";
import { Feed } from "#lib/roster/feed.ts";
import { ReadFailure } from "#lib/roster/ports.ts";
import { createFakeClock } from "#lib/roster/testing/fake-clock.ts";
import { listOf, ScriptedDesk } from "#lib/roster/testing/scripted-desk.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { FIRST_LOAD_WINDOW_MS, judgeReadiness } from "./readiness.ts";

const clock = createFakeClock();
const running: Feed[] = [];
afterEach(() => Promise.all(running.splice(0).map((feed) => feed.stop())));

async function contextOf(...readers: readonly ScriptedDesk[]): Promise<RosterContext> {
  const store = await openMemoryStore();
  const entries = readers.map((reader, index) => {
    const desk = { key: `d${index}`, name: "Desk", timeZone: "Asia/Shanghai" };
    const observer = {
      onLook: () => {},
      onRound: () => {},
      onFailedAttempt: () => {},
      onUnexpected: () => {},
    };
    const options = { desk, reader, clock, observer, store, history: null, random: () => 1 };
    const feed = new Feed({ ...options, refreshMs: 60_000, pollWhenIdle: false });
    running.push(feed);
    feed.start();
    return [desk.key, { feed, documents: createDocuments(), changes: createChanges(), plan: null }] as const;
  });
  await clock.advance(0);
  return { desks: new Map(entries), clock, firstWaitMs: 0 };
}

function desk(...present: ScriptedDesk["present"]): ScriptedDesk {
  return Object.assign(new ScriptedDesk(), { present });
}
const down = () => desk(new ReadFailure("unreachable", "no line"));

test("with a roster the process is ready", async () => {
  expect(judgeReadiness(await contextOf(desk(listOf({}))), 0)).toEqual({ status: "ready" });
});

test("a process that is about to end is not, whatever it holds", async () => {
  const context = await contextOf(desk(listOf({})));
  expect(() => judgeReadiness(context, 0, true)).toThrowError(
    expect.objectContaining({ code: "upstream_unavailable" }),
  );
});

test("Feishu being down is degraded, not unready", async () => {
  expect(judgeReadiness(await contextOf(desk(listOf({})), down()), 0)).toEqual({ status: "degraded" });
});

test("without a roster it is starting, until the first-load window closes", async () => {
  const context = await contextOf(down());
  expect(judgeReadiness(context, FIRST_LOAD_WINDOW_MS - 1)).toEqual({ status: "starting" });
  expect(() => judgeReadiness(context, FIRST_LOAD_WINDOW_MS)).toThrowError(
    expect.objectContaining({ code: "upstream_unavailable" }),
  );
});

test("asking keeps a desk being read that has never answered, since no viewer will", async () => {
  const reader = down();
  const context = await contextOf(reader);
  await clock.advance(600_000);
  expect(reader.calls).toBe("p");
  judgeReadiness(context, 0);
  reader.present = [listOf({})];
  await clock.advance(0);
  expect(judgeReadiness(context, FIRST_LOAD_WINDOW_MS)).toEqual({ status: "ready" });
});
