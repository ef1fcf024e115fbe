import type { Page } from "@playwright/test";
import { openBoard } from "./fixtures/board.ts";
import { expect, putRecords, test } from "./fixtures/desk-records.ts";
import { FORMER, TEAM } from "./fixtures/team.ts";

/** The board on paper: everybody shown, with what was shown and when, and nothing cut off at the edge of a sheet. */

/** The part of A4 across, within its margins, at 96 px to the inch. */
const SHEET = { width: 1046, height: 718 };

async function preparePrint(page: Page): Promise<void> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
}

test("holds the agents that the filters show, with zone, filters and time at the foot of each sheet", async ({
  page,
}) => {
  await openBoard(page, "?lang=en&status=online");
  const shown = await page.locator("[data-agent-id]").count();
  await preparePrint(page);
  const sheet = page.getByRole("table");
  await expect(sheet.getByRole("rowheader")).toHaveCount(shown);
  await expect(sheet.locator("thead")).toHaveCSS("display", "table-header-group");
  const foot = sheet.locator("tfoot");
  await expect(foot).toHaveCSS("display", "table-footer-group");
  await expect(foot).toContainText(/^Shanghai UTC\+8 · .*status=online.* · Thu 19 Nov \d\d:\d\d$/);
  await expect(page.getByRole("grid")).toBeHidden();
});

test("breaks long names, so that no day falls off the sheet", async ({ page, product }) => {
  const long = { name: "N".repeat(200), department: "D".repeat(200) };
  const present = TEAM.map((record, i) =>
    i === 0 ? { ...record, agent: { ...record.agent, ...long, id: long.name.slice(0, 20) } } : record,
  );
  await putRecords(product, { present, removed: FORMER }, ({ agents }) =>
    agents.some(({ name }) => name === long.name),
  );
  await openBoard(page, "?lang=en");
  await preparePrint(page);
  const sheet = page.getByRole("table");
  await expect(sheet).toBeVisible();
  const width = await sheet.evaluate(({ scrollWidth }) => scrollWidth);
  expect(width).toBeLessThanOrEqual(SHEET.width);
  for (const cell of await sheet.getByRole("columnheader").all()) {
    const { x, width: cellWidth } = (await cell.boundingBox()) ?? { x: Number.NaN, width: 0 };
    expect(x + cellWidth).toBeLessThanOrEqual(SHEET.width);
  }
});
