import type { Page } from "@playwright/test";
import { rosterSchema } from "#lib/contract/roster-schema.ts";
import { openBoard } from "./fixtures/board.ts";
import { askForRound, expect, putRecords, readRoster, test } from "./fixtures/desk-records.ts";
import type { Product } from "./fixtures/product.ts";
import { FORMER, memberWith, TEAM } from "./fixtures/team.ts";

/** Since when a status holds, as far as somebody watched (product.md, section 5). */

const LI_NA = "li.na";
const MINUTE_MS = 60_000;

const sinceOf = async (product: Product) =>
  (await readRoster(product)).agents.find(({ id }) => id === LI_NA)?.statusSince;

test("a change that was watched has a time, which a failed round takes away", async ({ product }) => {
  // Several rounds of ten seconds, one of them failing through its retries.
  test.setTimeout(120_000);
  const others = TEAM.filter(({ agent }) => agent.id !== LI_NA);
  const set = (status: number) => {
    const present = [memberWith(LI_NA, { status }), ...others];
    const word = status === 1 ? "online" : "offline";
    return putRecords(product, { present, removed: FORMER }, ({ agents }) =>
      agents.some((agent) => agent.id === LI_NA && agent.status === word),
    );
  };
  await set(1);
  await set(2);
  const since = await sinceOf(product);
  const now = Date.now() + product.offsetMs;
  expect(now - Date.parse(since ?? "")).toBeGreaterThanOrEqual(0);
  expect(now - Date.parse(since ?? "")).toBeLessThan(MINUTE_MS);

  product.feishu.control.failAlways({ kind: "reset" });
  await expect
    .poll(
      async () => {
        await askForRound(product);
        return (await readRoster(product)).freshness;
      },
      { timeout: 40_000 },
    )
    // A problem is told at the first failed attempt; the round has failed once the roster is stale.
    .toBe("stale");
  product.feishu.control.clearFaults();
  await expect.poll(() => sinceOf(product), { timeout: 40_000 }).toBeNull();
});

/** The same answers, each of them whole, in which 李娜 has been away for 42 minutes. */
async function backdate(page: Page, offsetMs: number): Promise<void> {
  const statusSince = new Date(Date.now() + offsetMs - 42.5 * MINUTE_MS).toISOString();
  await page.route("**/api/roster*", async (route) => {
    const { "if-none-match": _, ...headers } = route.request().headers();
    const response = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/&since=[^&]*/, ""),
      headers,
    });
    const roster = rosterSchema.parse(await response.json());
    const agents = roster.agents.map((agent) => (agent.id === LI_NA ? { ...agent, statusSince } : agent));
    return route.fulfill({ response, json: { ...roster, agents } });
  });
}

test("exceptions say for how long at least, and say nothing where nobody knows", async ({
  page,
  product,
}) => {
  await backdate(page, product.offsetMs);
  await openBoard(page, "?lang=zh");
  const strip = page.getByRole("region", { name: "异常" });
  // The page brought what the server says; the next reading is the first that is answered so.
  await expect(strip.getByRole("button", { name: /在班但离线/ })).toContainText(/李娜 ≥4[23] 分/, {
    timeout: 20_000,
  });
  await expect(strip.getByRole("button", { name: /班外在线/ })).not.toContainText("≥");

  await page.goto("/now?lang=en");
  const item = page.getByRole("listitem").filter({ hasText: "李娜" }).first();
  await expect(item).toContainText(/Offline \(manual\), for at least 4[23] min/);

  await page.goto("/wall?lang=zh");
  await expect(page.getByRole("listitem").filter({ hasText: "李娜" }).first()).toContainText(
    /至少 4[23] 分钟/,
  );

  await page.goto(`/agents/${LI_NA}?lang=en`);
  await expect(page.getByText(/^for at least 4[23] min$/)).toBeVisible();
  await page.goto("/agents/zhang.wei?lang=en");
  await expect(page.getByText("Since when is not known")).toBeVisible();
});
