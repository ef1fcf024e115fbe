import { expect, onTestFinished, test } from "vitest";
import { createFakeClock, START_AT } from "#lib/roster/testing/fake-clock.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { openMemoryStore } from "./memory-store.ts";
import { keepTidy, TIDY_EVERY_MS, TOKENS_KEPT_MS } from "./retention.ts";
import { changeOf, rosterOf } from "./testing/rows.ts";

const DAY_MS = 86_400_000;
const ago = (ms: number) => asInstant(START_AT - ms);

async function open(historyDays: number) {
  const store = await openMemoryStore();
  const clock = createFakeClock();
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const deskKeys = ["main"];
  const start = () => void keepTidy({ store, clock, historyDays, deskKeys, signal: ending.signal });
  const kept = async () => {
    const changes = await store.listStatusChanges("main", asInstant(0), asInstant(START_AT + DAY_MS));
    return changes.map(({ seenAt }) => START_AT - seenAt);
  };
  return { store, clock, start, kept, ending };
}

test.each([
  [35, [0, 35 * DAY_MS]],
  [1, [0]],
  [0, [0]],
])("of %d days what is as old stays, and what is older goes", async (historyDays, left) => {
  const { store, clock, start, kept } = await open(historyDays);
  const ages = [0, 1, 35 * DAY_MS, 35 * DAY_MS + 1].filter((age) => age !== 1 || historyDays === 0);
  await store.addStatusChanges(
    "main",
    ages.map((age) => changeOf({ seenAt: ago(age) })),
  );
  start();
  await clock.advance(0);
  expect(await kept()).toEqual(left);
});

test("it is done again every hour, also after a store that was away, until the end", async () => {
  const { store, clock, start, kept, ending } = await open(1);
  await store.addStatusChanges("main", [changeOf({ seenAt: ago(DAY_MS - TIDY_EVERY_MS / 2) })]);
  start();
  await clock.advance(TIDY_EVERY_MS - 1);
  expect(await kept()).toHaveLength(1);
  await clock.advance(1);
  expect(await kept()).toEqual([]);
  ending.abort();
  await store.addStatusChanges("main", [changeOf({ seenAt: ago(9 * DAY_MS) })]);
  await clock.advance(5 * TIDY_EVERY_MS);
  expect(await kept()).toHaveLength(1);
});

test("used ids are kept for longer than any clock can be wrong", async () => {
  const { store, clock, start } = await open(35);
  await store.useOnce("young", ago(TOKENS_KEPT_MS));
  await store.useOnce("old", ago(TOKENS_KEPT_MS + 1));
  start();
  await clock.advance(0);
  expect([await store.useOnce("young", START_AT), await store.useOnce("old", START_AT)]).toEqual([
    false,
    true,
  ]);
});

test.each([
  [35, 35],
  [0, 1],
])(
  "with %d days, the roster of a desk that is no longer in the settings goes after %d",
  async (days, kept) => {
    const { store, clock, start } = await open(days);
    const roster = rosterOf("anna");
    const ages = { main: 99 * DAY_MS, gone: kept * DAY_MS + 1, young: kept * DAY_MS };
    for (const [desk, age] of Object.entries(ages))
      await store.saveRoster(desk, { roster, fetchedAt: ago(age) });
    start();
    await clock.advance(0);
    const left = Object.keys(ages).map(async (desk) =>
      (await store.loadRoster(desk)) === null ? [] : [desk],
    );
    expect((await Promise.all(left)).flat()).toEqual(["main", "young"]);
  },
);
