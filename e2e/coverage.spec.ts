import type { Locator, Page } from "@playwright/test";
import { addressOf } from "./fixtures/board.ts";
import { expect, putRecords, test } from "./fixtures/desk-records.ts";
import { memberWith } from "./fixtures/team.ts";

/** `/coverage`: where the week's cover breaks, and what a day off would do (product.md, section 6). */

const ENGLISH = "skill=skill-english";

async function openCoverage(page: Page, search: string): Promise<void> {
  await page.goto(`/coverage?${search}`);
  await expect(page.getByRole("grid")).toBeVisible();
}

/** A cell by its sentence. */
const cellOf = (page: Page, name: string): Locator =>
  page.getByRole("grid").getByRole("button", { name, exact: true });

const gapList = (page: Page) => page.getByRole("region", { name: /缺口|Gaps/ });

for (const { lang, nobody, one, many } of [
  {
    lang: "zh",
    nobody: "英语，11月19日 周四 18:00–22:00：无人",
    one: "英语，11月19日 周四 09:00–10:00：1 名专属客服",
    many: "英语，11月19日 周四 10:00–12:00：2 名专属客服",
  },
  {
    lang: "en",
    nobody: "英语, Thu 19 Nov 18:00–22:00: nobody",
    one: "英语, Thu 19 Nov 09:00–10:00: one specialist",
    many: "英语, Thu 19 Nov 10:00–12:00: 2 specialists",
  },
]) {
  test(`each cell says its skill, hours, level and number, and prints the number (${lang})`, async ({
    page,
  }) => {
    await openCoverage(page, `lang=${lang}`);
    await expect(cellOf(page, nobody)).toHaveText("0");
    await expect(cellOf(page, nobody)).toHaveAttribute("data-level", "none");
    await expect(cellOf(page, one)).toHaveAttribute("data-level", "thin");
    await expect(cellOf(page, many)).toHaveAttribute("data-level", "met");
  });
}

test("the map has one tab stop, and keys move it by cell; a focused cell names its people", async ({
  page,
}) => {
  await openCoverage(page, `lang=en&${ENGLISH}`);
  await expect(page.locator("[role=grid] [tabindex='0']")).toHaveCount(1);
  await page.locator("[role=grid] [tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cellOf(page, "英语, Mon 16 Nov 06:00–09:00: nobody")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cellOf(page, "Everyone, Mon 16 Nov 06:00–08:00: 1 on shift")).toBeFocused();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  const both = cellOf(page, "英语, Mon 16 Nov 10:00–12:00: 2 specialists");
  await expect(both).toBeFocused();
  await expect(both).toHaveAccessibleDescription("Priya Nair, 张伟");
  await expect(page.locator("[role=grid] [tabindex='0']")).toHaveCount(1);
});

test("the skill filter narrows the rows, and everyone stays below them", async ({ page }) => {
  await openCoverage(page, `lang=en&${ENGLISH}`);
  const rows = page.getByRole("grid").getByRole("rowheader");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toHaveAccessibleName("英语 held by 3");
  await expect(rows.nth(1)).toHaveAccessibleName("Everyone 9 people");
});

test("a gap says its length, and who could cover it, the nearest first", async ({ page }) => {
  await openCoverage(page, `lang=en&${ENGLISH}`);
  const gap = gapList(page).getByRole("button", { name: /^Thu 19 Nov 18:00–22:00: nobody for 英语/ });
  await expect(gap).toContainText("4 h");
  await gap.click();
  const dialog = page.getByRole("dialog", { name: "Thu 19 Nov 18:00–22:00" });
  await expect(dialog.getByText("Nobody is on then.")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveText([
    /Emily Carter.*right beside their shift.*40 h/,
    /Priya Nair.*right beside their shift.*40 h/,
    /张伟.*right beside their shift.*40 h/,
  ]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(gap).toBeFocused();
});

test("single points are listed by skill with the name and the hours", async ({ page }) => {
  await openCoverage(page, `lang=en&${ENGLISH}`);
  const list = page.getByRole("region", { name: "Single points of failure" });
  await expect(list.getByRole("listitem").first()).toHaveText(/英语.*Emily Carter alone.*40 h/);
});

test("a what-if marks what changes, lists what is lost, and lives in the address alone", async ({ page }) => {
  const written: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && written.push(request.url()));
  await openCoverage(page, `lang=en&${ENGLISH}`);
  await page.getByRole("button", { name: "Person, department or holiday" }).click();
  await page.getByRole("combobox").fill("priya");
  await page.getByRole("option", { name: /Priya Nair/ }).click();
  await page.keyboard.press("Escape");
  expect(addressOf(page, "away")).toBe("priya.nair");

  await page.getByRole("button", { name: "Days: Whole week" }).click();
  await page.getByRole("combobox", { name: "From" }).selectOption({ label: "Thu 19 Nov" });
  await page.getByRole("combobox", { name: "To" }).selectOption({ label: "Fri 20 Nov" });
  await page.keyboard.press("Escape");
  expect(addressOf(page, "away")).toBe("priya.nair@2026-11-19..2026-11-20");

  const changed = "英语, Thu 19 Nov 12:00–13:00: nobody; without the what-if: one specialist";
  await expect(cellOf(page, changed)).toBeVisible();
  await expect(cellOf(page, "英语, Wed 18 Nov 10:00–12:00: 2 specialists")).toBeVisible();
  const losses = page.getByRole("region", { name: "If Priya Nair is away" });
  await expect(losses).toContainText("16 skill hours change");
  await expect(losses.getByRole("listitem").first()).toHaveText(
    /英语.*Thu, Fri 12:00–13:00.*1 → nobody.*2 h/,
  );

  await page.reload();
  await expect(cellOf(page, changed)).toBeVisible();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  expect(addressOf(page, "away")).toBeNull();
  await expect(cellOf(page, changed)).toBeHidden();
  expect(written).toEqual([]);
});

test("a copied link names the week, so that it asks the same question later", async ({
  page,
  product,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCoverage(page, "lang=en&away=all");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(`${link.origin}${link.pathname}`).toBe(`${product.url}/coverage`);
  expect(link.searchParams.get("week")).toBe("2026-11-16");
  expect(link.searchParams.get("away")).toBe("all");
});

test("who and what the desk does not know is ignored, and said", async ({ page }) => {
  await openCoverage(page, "lang=en&away=nobody,priya.nair,dept:none&skill=nothing");
  const notice = page.getByRole("status").filter({ hasText: "nobody, dept:none, nothing" });
  await expect(notice).toBeVisible();
  await expect(page.getByRole("region", { name: "If Priya Nair is away" })).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(notice).toBeHidden();
  expect(addressOf(page, "away")).toBe("priya.nair");
  expect(addressOf(page, "skill")).toBeNull();
});

test("what is removed is taken from the address as it is, also while the map is still drawn", async ({
  page,
}) => {
  await openCoverage(page, "lang=en&away=priya.nair,zhang.wei&skill=nothing");
  // In one turn: the first press is on screen, and the map after it has had no time.
  await page.evaluate(async () => {
    const press = (name: string) => {
      const found = [...document.querySelectorAll("main button")].find(
        (button) => (button.getAttribute("aria-label") ?? button.textContent) === name,
      );
      if (!(found instanceof HTMLElement)) throw new Error(`no button ${name}`);
      found.click();
    };
    press("Clear");
    await Promise.resolve();
    press("Remove");
  });
  await expect.poll(() => addressOf(page, "skill")).toBeNull();
  expect(addressOf(page, "away")).toBeNull();
});

test("a phone shows one day, and the tabs lead to the others", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openCoverage(page, `lang=en&${ENGLISH}`);
  await expect(page.getByRole("columnheader")).toHaveCount(2);
  await expect(cellOf(page, "英语, Thu 19 Nov 18:00–22:00: nobody")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Choose a day" })
    .getByRole("button", { name: /Fri 20 Nov$/ })
    .click();
  await expect(cellOf(page, "英语, Fri 20 Nov 18:00–24:00: nobody")).toBeVisible();
});

test("a week in which nobody is planned is said in words", async ({ page, product }) => {
  const present = [memberWith("zheng.kai", {})];
  await putRecords(product, { present }, ({ agents }) => agents.length === 1);
  await openCoverage(page, "lang=zh");
  await expect(page.getByText("这一周没有任何人排班。")).toBeVisible();
});
