import type { Page } from "@playwright/test";
import { addressOf, expectAgents, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** Who is on the board: each filter by itself, and all of them in the address (product.md, section 4). */

const ALL = [
  "emily.carter",
  "li.na",
  "lv.siqi",
  "omar.haddad",
  "priya.nair",
  "song.yanan",
  "zhang.wei",
  "zheng.kai",
  "zhou.zixuan",
];

const chips = (page: Page) => page.getByRole("group", { name: "状态" }).getByRole("button");
const COUNTS = ["在线 4", "离线 1", "下班 3", "未知 1", "已移除 1"];

test("a status chip narrows, and the counts stay what they are", async ({ page }) => {
  await openBoard(page);
  await expect(chips(page)).toHaveText(COUNTS);
  await expectAgents(page, ALL);

  await page.getByRole("button", { name: "离线 1" }).click();
  await expect(page.getByRole("button", { name: "离线 1" })).toHaveAttribute("aria-pressed", "true");
  await expectAgents(page, ["li.na"]);
  await expect(page.getByText("1 / 9 人")).toBeVisible();
  await expect(chips(page)).toHaveText(COUNTS);

  await page.getByRole("button", { name: "已移除 1" }).click();
  await expectAgents(page, ["huang.jie", "li.na"]);
  expect(addressOf(page, "status")).toBe("offline,removed");

  await page.getByRole("button", { name: "离线 1" }).click();
  await page.getByRole("button", { name: "已移除 1" }).click();
  await expectAgents(page, ALL);
  expect(addressOf(page, "status")).toBeNull();
});

test("skills: any of them, or all of them", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "技能", exact: true }).click();
  await page.getByRole("combobox", { name: "搜索技能" }).fill("英");
  await page.getByRole("option", { name: "英语" }).click();
  await page.getByRole("combobox", { name: "搜索技能" }).fill("vip");
  await page.getByRole("option", { name: "VIP 客户" }).click();
  await expectAgents(page, ["emily.carter", "priya.nair", "zhang.wei"]);
  await page.getByText("全部", { exact: true }).click();
  await expectAgents(page, ["emily.carter", "priya.nair"]);
  expect([addressOf(page, "skill"), addressOf(page, "match")]).toEqual(["skill-english,skill-vip", "all"]);

  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "技能 2" })).toBeVisible();
  await page.getByRole("button", { name: "清除筛选：技能" }).click();
  await expectAgents(page, ALL);
});

test("the skill that is filtered by stands first, and names the strip", async ({ page }) => {
  await openBoard(page, "?skill=skill-login");
  const badges = page.locator("[data-agent-id='zhang.wei']").getByTitle(/./);
  await expect(badges.first()).toHaveText("账号登录");
  await expect(page.getByRole("rowheader", { name: /^在班人数：账号登录/ })).toBeVisible();
});

test("departments, also one with a comma in its name", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "部门", exact: true }).click();
  await page.getByRole("option", { name: "质检,合规" }).click();
  await expectAgents(page, ["omar.haddad"]);
  expect(addressOf(page, "department")).toBe("质检\\,合规");
  await page.getByRole("option", { name: "海外支持" }).click();
  await expectAgents(page, ["emily.carter", "omar.haddad", "priya.nair"]);
  expect(addressOf(page, "department")).toBe("质检\\,合规,海外支持");
  await page.reload();
  await expectAgents(page, ["emily.carter", "omar.haddad", "priya.nair"]);
});

for (const { what, q, ids } of [
  { what: "a Chinese name", q: "张伟", ids: ["zhang.wei"] },
  { what: "pinyin", q: "zhangwei", ids: ["zhang.wei"] },
  { what: "initials", q: "zzx", ids: ["zhou.zixuan"] },
  { what: "a Latin name in capitals", q: "EMILY", ids: ["emily.carter"] },
  { what: "a part of an email", q: "nair@spruce", ids: ["priya.nair"] },
  { what: "a skill", q: "合规", ids: ["omar.haddad"] },
  { what: "a department", q: "海外", ids: ["emily.carter", "priya.nair"] },
  { what: "two words", q: "海外 发票", ids: ["priya.nair"] },
]) {
  test(`the search finds by ${what}`, async ({ page }) => {
    await openBoard(page);
    await page.getByRole("textbox", { name: "姓名、邮箱、技能、拼音" }).fill(q);
    await expectAgents(page, ids);
    expect(addressOf(page, "q")).toBe(q);
  });
}

test("on shift now", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("switch", { name: "当前在班" }).click();
  await expectAgents(page, ["li.na", "omar.haddad", "priya.nair", "zhang.wei"]);
  expect(addressOf(page, "on")).toBe("1");
});

test("Clear takes back every filter and nothing else", async ({ page }) => {
  await openBoard(page, "?status=online&q=zhang&on=1&week=2026-11-23&group=status");
  await expectAgents(page, ["zhang.wei"]);
  await page.getByRole("button", { name: "清除", exact: true }).click();
  await expectAgents(page, ALL);
  expect(new URL(page.url()).search).toBe("?week=2026-11-23&group=status");
  await expect(page.getByRole("button", { name: "清除", exact: true })).toHaveCount(0);
});

test("where nobody matches the filters are named, and Clear is offered", async ({ page }) => {
  await page.goto("/?status=off_duty&q=李娜&skill=skill-vip");
  const message = page.getByRole("status").filter({ hasText: "没有符合的客服" });
  await expect(message).toContainText("“李娜” · 下班 · VIP 客户");
  await expect(message).toContainText("3 项筛选隐藏了 9 名客服");
  await message.getByRole("button", { name: "只保留姓名搜索" }).click();
  await expectAgents(page, ["li.na"]);
  await page.goBack();
  await message.getByRole("button", { name: "清除筛选" }).click();
  await expectAgents(page, ALL);
});
