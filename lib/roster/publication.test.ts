import { expect, onTestFinished, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
import { nextTurn } from "#lib/turns.ts";
import { Publication } from "./publication.ts";
import { createFakeClock, START_AT } from "./testing/fake-clock.ts";
import { ANNA, DESK, GONE, HOUR, MINUTE } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

/** What two processes keep of a desk that passes from one to the other. */

async function openTwo() {
  const store = await openMemoryStore();
  onTestFinished(() => store.close());
  const clock = createFakeClock();
  const faults: unknown[] = [];
  const onFault = (error: unknown) => void faults.push(error);
  const open = (holder: string) => new Publication({ desk: DESK, store, history: store, holder, onFault });
  const publish = async (publication: Publication, status: "online" | "offline") => {
    await clock.advance(MINUTE);
    await publication.publish(listOf({ ...ANNA, status }), listOf(GONE), clock.now, true);
    await publication.settled();
  };
  const kept = () => store.listStatusChanges(DESK.key, asInstant(0), asInstant(START_AT + HOUR));
  return { store, clock, faults, publish, kept, a: open("a"), b: open("b") };
}

test("a change that both saw while the desk passed on is kept once, as who holds it saw it", async () => {
  const { store, clock, publish, kept, faults, a, b } = await openTwo();
  await store.holdDesk(DESK.key, "a", HOUR);
  await publish(a, "online");
  await b.restore(clock.now);
  await store.releaseDesk(DESK.key, "a");
  await store.holdDesk(DESK.key, "b", HOUR);
  // The first was held up, and does not know yet.
  await publish(a, "offline");
  expect(await kept()).toEqual([]);
  await publish(b, "offline");
  const once = [{ agentId: ANNA.id, from: "online", to: "offline", seenAt: START_AT + 3 * MINUTE }];
  expect(await kept()).toEqual(once);

  a.adopt(b.roster, asInstant(START_AT + 3 * MINUTE));
  await store.releaseDesk(DESK.key, "b");
  await store.holdDesk(DESK.key, "a", HOUR);
  await publish(a, "offline");
  expect(await kept()).toEqual(once);
  expect(faults).toEqual([]);
});

test("a change that was seen while nobody held the desk is kept once its reader holds it again", async () => {
  const { store, publish, kept, a } = await openTwo();
  await store.holdDesk(DESK.key, "a", HOUR);
  await publish(a, "online");
  await store.releaseDesk(DESK.key, "a");
  await publish(a, "offline");
  expect(await kept()).toEqual([]);
  await store.holdDesk(DESK.key, "a", HOUR);
  await publish(a, "offline");
  expect((await kept()).map(({ seenAt }) => seenAt - START_AT)).toEqual([2 * MINUTE]);
});

test("what is taken up while a round is published is newer, and stays", async () => {
  for (const steps of [0, 1, 2, 3, 4]) {
    const { clock, publish, faults, a, b } = await openTwo();
    await publish(a, "online");
    await publish(b, "offline");
    const readAt = asInstant(START_AT + HOUR);
    const run = a.publish(listOf({ ...ANNA, status: "online" }), listOf(GONE), clock.now, true);
    for (let step = 0; step < steps; step++) await Promise.resolve();
    a.adopt(b.roster, readAt);
    if (steps < 3) expect(await run).toBe(false);
    else await run;
    await a.settled();
    expect(a.fetchedAt).toBe(readAt);
    expect(a.roster).toEqual(b.roster);
    expect(faults).toEqual([]);
  }
});

test("a round of a large desk gives up however late another process is heard", async () => {
  const many = (status: "online" | "offline") =>
    listOf(...Array.from({ length: 3_000 }, (_, i) => ({ ...ANNA, id: `a${i}`, status })));
  const { clock, a, b } = await openTwo();
  await a.publish(many("online"), listOf(GONE), clock.now, true);
  await b.publish(many("offline"), listOf(GONE), clock.now, true);
  const before = a.roster;
  let isOver = false;
  const run = a.publish(many("offline"), listOf(GONE), clock.now, true).finally(() => {
    isOver = true;
  });
  await nextTurn();
  const wasOver = isOver;
  a.adopt(before, asInstant(START_AT + HOUR));
  expect(await run).toBe(wasOver);
  await a.settled();
  expect(a.roster).toEqual(before);
  expect(a.fetchedAt).toBe(START_AT + HOUR);
});
