import type { Page } from "@playwright/test";
import { addressOf, expectIds, gridOf, idsOn, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** How the rows are grouped and sorted, and how a group is folded away. */

const headings = (page: Page) => page.getByRole("rowheader", { expanded: true });

test("by department at first, with counts, those without one last", async ({ page }) => {
  await openBoard(page);
  await expect(headings(page)).toHaveCount(4);
  for (const heading of [
    /^技术支持,? 5 人 · 在班 2 · 在线 1$/,
    /^海外支持,? 2 人 · 在班 1 · 在线 1$/,
    /^质检,合规,? 1 人 · 在班 1 · 在线 1$/,
    /^未设置部门,? 1 人 · 在班 0 · 在线 0$/,
  ]) {
    await expect(page.getByRole("rowheader", { name: heading })).toBeVisible();
  }
  await expect(headings(page).last()).toHaveAccessibleName(/^未设置部门/);
});

const GROUPINGS = [
  { option: "按状态", value: "status", first: /^在线,? 4 人/ },
  { option: "按公司", value: "company", first: /^云杉科技,? 6 人/ },
  { option: "按技能", value: "skill", first: /^硬件,? 3 人/ },
];

for (const { option, value, first } of GROUPINGS) {
  test(`${option}: the address says group=${value}`, async ({ page }) => {
    await openBoard(page);
    await page.getByRole("combobox", { name: "分组方式" }).selectOption(option);
    await expect(headings(page).first()).toHaveAccessibleName(first);
    expect(addressOf(page, "group")).toBe(value);
  });
}

test("every row keeps its height and place, however they are regrouped", async ({ page }) => {
  // As many headings by department as by status, but at other places.
  await openBoard(page, "?group=department");
  await page.getByRole("combobox", { name: "分组方式" }).selectOption("按状态");
  await expect(headings(page).first()).toHaveAccessibleName(/^在线/);
  const places = await page
    .getByRole("rowgroup")
    .nth(1)
    .getByRole("row")
    .evaluateAll((rows) =>
      rows.map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return { top, height, kind: row.hasAttribute("data-agent-id") ? "agent" : "heading" };
      }),
    );
  expect(places).toHaveLength(13);
  for (const [index, { top, height, kind }] of places.entries()) {
    expect(height, `row ${index}`).toBe(kind === "agent" ? 44 : 28);
    const above = places[index - 1];
    if (above) expect(top, `row ${index}`).toBe(above.top + above.height);
  }
});

test("by skill an agent stands under each of their skills", async ({ page }) => {
  await openBoard(page, "?group=skill&q=zhang.wei");
  await expectIds(page, ["zhang.wei", "zhang.wei", "zhang.wei", "zhang.wei"]);
});

test("without groups there are agents alone", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("combobox", { name: "分组方式" }).selectOption("不分组");
  await expect(headings(page)).toHaveCount(0);
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "11");
});

const SORTINGS = [
  {
    option: "需关注优先",
    value: null,
    ids: ["li.na", "zhou.zixuan", "omar.haddad", "priya.nair", "zhang.wei"],
  },
  { option: "按姓名", value: "name", ids: ["emily.carter", "li.na", "lv.siqi", "omar.haddad", "priya.nair"] },
  { option: "按最早上班", value: "start", ids: ["emily.carter", "omar.haddad", "zhou.zixuan", "li.na"] },
  { option: "按每周时长", value: "hours", ids: ["omar.haddad"] },
];

for (const { option, value, ids } of SORTINGS) {
  test(`${option}: the rows stand in this order`, async ({ page }) => {
    await openBoard(page, "?group=none&sort=start");
    await page.getByRole("combobox", { name: "排序方式" }).selectOption(option);
    await expect.poll(async () => (await idsOn(page)).slice(0, ids.length)).toEqual(ids);
    expect(addressOf(page, "sort")).toBe(value);
  });
}

test("a group folds away and comes back, by pointer and by key", async ({ page }) => {
  await openBoard(page);
  const heading = page.getByRole("rowheader", { name: /^技术支持/ });
  const inGroup = page.getByRole("rowheader", { name: /^李娜/ });
  await heading.click();
  await expect(heading).toHaveAttribute("aria-expanded", "false");
  await expect(inGroup).toHaveCount(0);
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "10");
  await heading.focus();
  await page.keyboard.press("Enter");
  await expect(heading).toHaveAttribute("aria-expanded", "true");
  await expect(inGroup).toBeVisible();
});

test("the choice of the order keeps to its corner, however narrow", async ({ page }) => {
  await openBoard(page, "?lang=en&density=compact");
  for (const width of [700, 800, 1100, 1300]) {
    await page.setViewportSize({ width, height: 700 });
    const right = async (locator: ReturnType<Page["locator"]>) => {
      const { x, width } = (await locator.boundingBox()) ?? { x: 0, width: 0 };
      return x + width;
    };
    const corner = page.getByRole("columnheader").first();
    const choice = page.getByRole("combobox", { name: "Sort" });
    await expect.poll(async () => (await right(corner)) - (await right(choice))).toBeGreaterThanOrEqual(0);
  }
});
