import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { codeFault } from "#lib/sample-desk/fault-presets.ts";
import { askForRound, expect, putRecords, readRoster, test } from "./fixtures/desk-records.ts";
import { memberWith } from "./fixtures/team.ts";

/** The present: /now, the wallboard, the schedule check, and one agent's hours. Thursday, 17:20 in Shanghai. */

const counter = (page: Page, label: string) =>
  page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
const panel = (page: Page, name: string) => page.getByRole("region", { name });

test("/now counts who is there, who is not, and what drops next", async ({ page }) => {
  await page.goto("/now?lang=zh");
  await expect(counter(page, "在班")).toContainText("4共 9 名客服");
  await expect(counter(page, "其中在线")).toContainText("375%");
  await expect(counter(page, "在班但离线")).toContainText("1");
  await expect(counter(page, "班外在线")).toContainText("1");
  await expect(counter(page, "下一次骤降")).toContainText(/18:00，\d+ 分钟后/);
});

test("exceptions come first, each with the plan and a way to write to the agent", async ({ page }) => {
  await page.goto("/now?lang=en");
  const attention = panel(page, "Needs attention");
  await expect(attention.getByRole("heading", { level: 3 })).toHaveText([
    "On shift but offline1",
    "Online off shift1",
    /Skill gaps\d+/,
  ]);
  const item = attention.getByRole("listitem").filter({ hasText: "李娜" });
  await expect(item).toContainText("Offline (manual)");
  await expect(item).toContainText("Plan 09:00–18:00");
  await expect(item.getByRole("link", { name: "Message 李娜" })).toHaveAttribute(
    "href",
    "https://applink.feishu.cn/client/chat/open?openId=li.na",
  );
  await expect(attention.getByRole("listitem").filter({ hasText: "周子轩" })).toContainText(
    /Still online 1 h [2-5]\d min after the shift/,
  );
});

test("skills stand with the fewest online first", async ({ page }) => {
  await page.goto("/now?lang=en");
  const row = (skill: string) => page.getByRole("row", { name: new RegExp(`^${skill} `) });
  await expect(row("权限")).toContainText("0 of 1");
  await expect(row("账号登录")).toContainText("1 of 2");
  const names = await page.getByRole("table").getByRole("rowheader").allInnerTexts();
  expect(names.indexOf("权限")).toBeLessThan(names.indexOf("账号登录"));
  expect(names.at(-1)).toBe("全部技能");
});

test("what comes next names who goes and how many stay", async ({ page }) => {
  await page.goto("/now?lang=en");
  const six = panel(page, "Then").getByRole("listitem").filter({ hasText: "18:00" });
  await expect(six).toContainText("3 leave");
  await expect(six).toContainText("李娜");
  await expect(six).toContainText(/1$/);
});

test("the tab takes the view along", async ({ page }) => {
  await page.goto("/?lang=en&q=li");
  await page.getByRole("link", { name: "Now" }).click();
  await expect(page).toHaveURL(/\/now\?lang=en&q=li$/);
  await expect(page).toHaveTitle(/ · Now · /);
});

test("the badge on the board lists what looks wrong, without changing the address", async ({ page }) => {
  await page.goto("/?lang=en");
  const url = page.url();
  await page.getByRole("button", { name: /^\d+ to check$/ }).click();
  const dialog = page.getByRole("dialog", { name: "Schedule check" });
  const finding = (text: string) => dialog.getByRole("listitem").filter({ hasText: text });
  await expect(finding("Holds no skill")).toContainText("Serious");
  await expect(finding("One person is planned round the clock")).toContainText("Omar Haddad");
  await expect(dialog.getByRole("listitem").first()).toContainText("Serious");
  expect(page.url()).toBe(url);
  await finding("Holds no skill").getByRole("link", { name: "吕思琪" }).click();
  await expect(page).toHaveURL(/\/agents\/lv\.siqi\?lang=en$/);
  await expect(page.getByText("Holds no skill")).toBeVisible();
});

test("an agent's page adds up the week and names the skills that hang on them", async ({ page }) => {
  await page.goto("/agents/emily.carter?lang=en");
  const hours = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Hours this week" }) });
  await expect(hours.getByRole("listitem").filter({ hasText: "Night 00–06" })).toContainText("30 h");
  await expect(hours.getByRole("listitem").filter({ hasText: "Evening 18–24" })).toContainText("10 h");
  await expect(hours.getByRole("listitem").filter({ hasText: "英语" })).toContainText("40 h");
});

test("the wallboard has nothing to press, scrolls nowhere, and is dark unless told otherwise", async ({
  page,
}) => {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await page.goto("/wall?lang=en");
    await expect(page.getByText("of 4 on shift")).toBeVisible();
    expect(await page.getByRole("button").or(page.getByRole("link")).count()).toBe(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  const ground = () => page.locator(".wall").evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground()).toBe("rgb(12, 15, 20)");
  await page.goto("/wall?lang=en&theme=light");
  await expect(page.getByText("of 4 on shift")).toBeVisible();
  expect(await ground()).toBe("rgb(245, 246, 248)");
});

test("the wallboard says loudly when its data is old, names nobody then, and mends itself", async ({
  page,
  product,
}) => {
  await page.goto("/wall?lang=en");
  await expect(page.locator("bdi", { hasText: "李娜" })).toBeVisible();
  product.feishu.control.failAlways(codeFault(155000));
  await askForRound(product);
  await expect.poll(async () => (await readRoster(product)).freshness, { timeout: 20_000 }).toBe("stale");
  await expect(page.getByText("Data is old")).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("bdi", { hasText: "李娜" })).toHaveCount(0);
  product.feishu.control.clearFaults();
  await expect(page.locator("bdi", { hasText: "李娜" })).toBeVisible({ timeout: 25_000 });
  await expect(page.getByText("Data is old")).toHaveCount(0);
});

for (const path of ["/now", "/wall"]) {
  test(`${path} says in words that nobody holds a skill`, async ({ page, product }) => {
    const present = [memberWith("zheng.kai", { agent_skills: [] })];
    await putRecords(
      product,
      { present },
      ({ agents, skills }) => agents.length === 1 && skills.length === 0,
    );
    await page.goto(`${path}?lang=zh`);
    await expect(page.getByText("这个服务台的客服都没有技能。")).toBeVisible();
  });
}

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

for (const path of ["/now", "/wall", "/agents/li.na"]) {
  for (const theme of ["light", "dark"]) {
    test(`${path} has no fault that a checker finds, ${theme}`, async ({ page }) => {
      await page.goto(`${path}?lang=en&theme=${theme}`);
      await expect(page.getByText("李娜").first()).toBeVisible();
      await page.evaluate(AXE);
      const faults = await page.evaluate<string[]>(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join('\\n')))",
      );
      expect(faults).toEqual([]);
    });
  }
}
