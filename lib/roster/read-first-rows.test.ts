import { expect, test } from "vitest";
import { DEFAULT_VIEW } from "#lib/contract/view.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { readFirstRows } from "./read-first-rows.ts";
import { type RosterShape, WHOLE } from "./shape.ts";
import { openContext } from "./testing/open-context.ts";
import { fail } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

const many = (count: number) =>
  listOf(
    ...Array.from({ length: count }, (_, i) => ({
      id: `a${String(i).padStart(4, "0")}`,
      name: `Agent ${String(i).padStart(4, "0")}`,
      email: `a${i}@example.com`,
      department: i % 2 === 0 ? "Even" : "Odd",
      skillIds: [],
    })),
  );

/** A desk whose first roster is there. */
async function open(count: number) {
  const context = await openContext(many(count));
  for (const { feed } of context.desks.values()) await feed.firstRoster(1_000);
  return context;
}

const ask = async (
  context: Awaited<ReturnType<typeof openContext>>,
  shape: RosterShape = WHOLE,
  deskKey: string | null = null,
) => readFirstRows(context, { deskKey, shape, query: DEFAULT_VIEW, now: context.clock.now() });

test("a small roster comes whole, with the version that a later request names", async () => {
  const context = await open(60);
  const first = await ask(context);
  expect(first?.outline).toMatchObject({ total: 60, shown: 60 });
  expect(first?.roster.agents).toHaveLength(30);
  const whole = JSON.parse(first?.whole?.text ?? "");
  expect(whole.agents).toHaveLength(60);
  expect(whole.agents).toEqual(expect.arrayContaining([...(first?.roster.agents ?? [])]));
  expect(first?.whole?.etag).toMatch(/^"/);
});

test("of a large one the first thirty rows come, and the counts of all", async () => {
  const first = await ask(await open(1_000));
  expect(first?.roster.agents).toHaveLength(30);
  expect(first?.whole).toBeNull();
  expect(first?.outline).toMatchObject({ total: 1_000, shown: 1_000 });
  expect(first?.outline?.groups.map(({ key, size, ids }) => [key, size, ids.length])).toEqual([
    ["Even", 500, 30],
    ["Odd", 500, 0],
  ]);
});

test("it is the viewer's own shape: no emails for those who may not see them", async () => {
  const viewer: RosterShape = { role: "viewer", scope: null };
  for (const size of [60, 1_000]) {
    const first = await ask(await open(size), viewer);
    expect(first?.roster.agents.length).toBeGreaterThanOrEqual(30);
    expect(JSON.stringify(first)).not.toContain("@example.com");
  }
});

test("a scope hides its desk's neighbours, and their number", async () => {
  const context = await open(1_000);
  const scope = { desk: null, skills: null, departments: ["Odd"] };
  const first = await ask(context, { role: "viewer", scope });
  expect(first?.outline?.total).toBe(500);
  expect(first?.outline?.departments).toEqual([{ name: "Odd", agents: 500 }]);
  const elsewhere = { desk: "other", skills: null, departments: null };
  expect(await ask(context, { role: "viewer", scope: elsewhere })).toBeNull();
});

test("a desk that there is not is answered with the first; one that was never read, not at all", async () => {
  const first = await ask(await open(3), WHOLE, "nowhere");
  expect(first?.roster.desk.key).toBe("main");
  expect(await ask(await openContext(fail("timeout")))).toBeNull();
});

test("the same view is outlined once a minute, another by itself", async () => {
  const context = await open(1_000);
  const first = await ask(context);
  expect((await ask(context))?.outline).toBe(first?.outline);
  const odd = { ...DEFAULT_VIEW, department: ["Odd"] };
  const askOdd = { deskKey: null, shape: WHOLE, query: odd, now: context.clock.now() };
  expect((await readFirstRows(context, askOdd))?.outline?.shown).toBe(500);
  expect((await ask(context))?.outline).toBe(first?.outline);
  const viewer: RosterShape = { role: "viewer", scope: null };
  expect((await ask(context, viewer))?.outline).not.toBe(first?.outline);
  const later = {
    deskKey: null,
    shape: WHOLE,
    query: DEFAULT_VIEW,
    now: asInstant(context.clock.now() + 60_000),
  };
  expect((await readFirstRows(context, later))?.outline).not.toBe(first?.outline);
});

test("however many views are asked for, few are remembered, and all are right", async () => {
  const context = await open(200);
  for (let i = 0; i < 60; i++) {
    const query = { ...DEFAULT_VIEW, q: `Agent ${String(i).padStart(4, "0")}` };
    const first = await readFirstRows(context, {
      deskKey: null,
      shape: WHOLE,
      query,
      now: context.clock.now(),
    });
    expect(first?.roster.agents.map(({ id }) => id)).toEqual([`a${String(i).padStart(4, "0")}`]);
  }
});

test("who asks while a view is outlined is told the same", async () => {
  const context = await open(1_000);
  const [one, two] = await Promise.all([ask(context), ask(context)]);
  expect(two?.outline).toBe(one?.outline);
});

test("a view that is asked for again and again is remembered, whatever else is asked for", async () => {
  const context = await open(200);
  const first = await ask(context);
  for (let i = 0; i < 120; i++) {
    const query = { ...DEFAULT_VIEW, q: `nobody ${i}` };
    await readFirstRows(context, { deskKey: null, shape: WHOLE, query, now: context.clock.now() });
    expect((await ask(context))?.outline).toBe(first?.outline);
  }
});

test("a large desk is outlined in turns: others are served meanwhile", async () => {
  const context = await open(20_000);
  await ask(context);
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const query = { ...DEFAULT_VIEW, q: "Agent 00012" };
  const askNamed = { deskKey: null, shape: WHOLE, query, now: context.clock.now() };
  const first = await readFirstRows(context, askNamed);
  isOver = true;
  expect(first?.outline?.total).toBe(20_000);
  expect(turns).toBeGreaterThan(2);
});
