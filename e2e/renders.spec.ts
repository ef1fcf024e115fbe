import type { Page } from "@playwright/test";
import { openBoard } from "./fixtures/board.ts";
import { countRenders } from "./fixtures/count-renders.ts";
import { expect, putRecords, test } from "./fixtures/desk-records.ts";
import { FORMER, TEAM } from "./fixtures/team.ts";

/** A refresh costs what changed: nothing is drawn again that is as it was. */

const THREE_ROUNDS_MS = 35_000;
const CHANGED = 5;

test("a refresh that changes five statuses renders five rows", async ({ page, product }) => {
  await page.addInitScript(countRenders);
  await openBoard(page, "?group=none&sort=name");
  const drawn = await takeRenders(page);
  expect(Object.keys(drawn).length).toBe(TEAM.length);

  const changed = TEAM.slice(0, CHANGED);
  const other = (status: number) => (status === 3 ? 2 : 3);
  const present = TEAM.map((one) => (changed.includes(one) ? { ...one, status: other(one.status) } : one));
  const ids = changed.map(({ agent }) => agent.id).toSorted();
  const last = changed.at(-1);
  if (last === undefined) throw new Error("Nobody has changed.");
  const row = page.locator(`[data-agent-id="${last.agent.id}"] [role=rowheader]`);
  const before = await row.getAttribute("aria-label");

  await putRecords(product, { present, removed: FORMER }, ({ agents }) =>
    agents.some(
      ({ id, status }) => id === last.agent.id && status === (last.status === 3 ? "offline" : "off_duty"),
    ),
  );
  await expect.poll(() => row.getAttribute("aria-label"), { timeout: THREE_ROUNDS_MS }).not.toBe(before);
  const renders = await takeRenders(page);
  expect(Object.keys(renders).toSorted()).toEqual(ids);
  expect(Object.values(renders)).toEqual(ids.map(() => 1));
});

/** How often each row has been rendered since this was last asked. */
function takeRenders(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const counts: unknown = Reflect.get(window, "__rowRenders");
    if (typeof counts !== "object" || counts === null) throw new Error("Nobody counts.");
    const taken = Object.fromEntries(Object.entries(counts).map(([id, n]) => [id, Number(n)]));
    for (const id of Object.keys(counts)) Reflect.deleteProperty(counts, id);
    return taken;
  });
}
