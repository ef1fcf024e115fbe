import { expect, onTestFinished, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { openMemoryStore } from "#lib/store/memory-store.ts";
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
