import { expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import type { ReadList } from "./ports.ts";
import { ALONE, type FollowedRoster, type SharedFeed } from "./replication.ts";
import { START_AT } from "./testing/fake-clock.ts";
import { ANNA, BEN, DESK, HOUR, MINUTE, openFeed } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

/** A list that tells whenever somebody reads its records. */
function watched({ records, setAsideAgents }: ReadList, onRead: () => void): ReadList {
  return {
    setAsideAgents,
    get records() {
      onRead();
      return records;
    },
  };
}

test("a round during whose merging another process is followed is not this one's", async () => {
  let shared: SharedFeed | null = null;
  let told = 0;
  const rounds: number[] = [];
  const { feed, clock, script, ids } = await openFeed(
    {},
    {
      replication: {
        ...ALONE,
        start: async (feed) => {
          shared = feed;
        },
        tell: () => {
          told += 1;
        },
      },
      observer: {
        onLook: () => {},
        onFailedAttempt: () => {},
        onUnexpected: () => {},
        onRound: ({ agents }) => void rounds.push(agents),
      },
    },
  );
  expect([rounds.length, told]).toEqual([1, 1]);
  const fetchedAt = asInstant(START_AT + HOUR);
  const follow = () => {
    const roster = feed.state().roster;
    if (shared === null || roster === null) throw new Error("The first round is missing.");
    const followed: FollowedRoster = { roster: { ...roster, desk: DESK }, fetchedAt };
    shared.follow({ ...shared.news(), fetchedAt }, followed);
  };
  const before = ids();
  script({ present: [watched(listOf(ANNA, BEN), follow)] });
  await clock.advance(MINUTE);
  expect(ids()).toEqual(before);
  expect(feed.state().fetchedAt).toBe(fetchedAt);
  expect([rounds.length, told]).toEqual([1, 1]);
});
