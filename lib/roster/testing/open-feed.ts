import { onTestFinished } from "vitest";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { Feed } from "../feed.ts";
import type { FeedOptions } from "../feed-options.ts";
import { ReadFailure } from "../ports.ts";
import { createFakeClock } from "./fake-clock.ts";
import { listOf, ScriptedDesk } from "./scripted-desk.ts";

/** For tests of the feed: a desk with Anna, and Gone who was removed, read every minute on a clock that stands still. */

export const ANNA = { id: "ou_anna", name: "Anna" };
export const BEN = { id: "ou_ben", name: "Ben" };
export const GONE = { id: "ou_gone", name: "Gone", status: "removed" } as const;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };

type Answers = Partial<Pick<ScriptedDesk, "present" | "removed">>;

export const fail = (problem: ProblemCode, waitMs: number | null = null, logId: string | null = null) =>
  new ReadFailure(problem, problem, { waitMs, logId });

/** A feed that has had its first round; it stops with the test. `first` is what that round is answered. */
export async function openFeed(first: Answers = {}, more: Partial<FeedOptions> = {}) {
  const clock = createFakeClock();
  const reader = new ScriptedDesk();
  Object.assign(reader, { present: [listOf(ANNA)], removed: [listOf(GONE)], ...first });
  const unexpected: unknown[] = [];
  const store = await openMemoryStore();
  const feed = new Feed({
    desk: DESK,
    reader,
    store,
    history: store,
    clock,
    random: () => 1,
    refreshMs: MINUTE,
    pollWhenIdle: true,
    observer: {
      onLook: () => {},
      onRound: () => {},
      onFailedAttempt: () => {},
      onUnexpected: (_, error) => unexpected.push(error),
    },
    ...more,
  });
  onTestFinished(() => feed.stop());
  feed.start();
  await clock.advance(0);
  const ids = () => feed.state().roster?.agents.map(({ id }) => id) ?? null;
  const script = (answers: Answers) => Object.assign(reader, answers);
  return { feed, clock, reader, store, unexpected, ids, script };
}
