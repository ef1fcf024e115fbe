import { openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** What tools that measure the board hold on to (product.md, section 9). */

test("the marks are set once each, the data's before the picture's", async ({ page }) => {
  await openBoard(page);
  const marks = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("mark")
        .filter(({ name }) => name.startsWith("rota:"))
        .map(({ name }) => name),
    );
  await expect.poll(marks).toEqual(["rota:data", "rota:painted"]);
  // At that moment the rows stand and the page answers.
  await page.getByRole("button", { name: "在线 4" }).click();
  await page.getByRole("button", { name: "下一周" }).click();
  await expect(page).toHaveURL(/week=/);
  expect(await marks()).toEqual(["rota:data", "rota:painted"]);
});

test("scroller, blocks and choices carry their names", async ({ page }) => {
  await openBoard(page);
  await expect(page.locator("[data-roster-scroller]")).toHaveCount(1);
  expect(
    await page.locator("[data-roster-scroller]").evaluate((element) => getComputedStyle(element).overflowY),
  ).toBe("auto");
  await expect(page.locator("[data-agent-id] [data-block]").first()).toBeVisible();
  for (const status of ["online", "offline", "off_duty", "removed", "unknown"]) {
    await expect(page.locator(`[data-filter-status="${status}"]`)).toBeVisible();
  }
  await page.getByRole("button", { name: "技能", exact: true }).click();
  await page.locator('[data-filter-skill="skill-english"]').click();
  await expect(page.locator("[data-agent-id]")).toHaveCount(3);
});
