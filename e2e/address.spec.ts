import { expectAgents, gridOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** The address is the page's state: it survives Back, reload and sharing, and no value of it breaks the page. */

const ONLINE = ["omar.haddad", "priya.nair", "zhang.wei", "zhou.zixuan"];

test("Back and Forward undo and redo a filter", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "在线 4" }).click();
  await expectAgents(page, ONLINE);
  await page.getByRole("button", { name: "离线 1" }).click();
  await expectAgents(page, [...ONLINE, "li.na"]);
  await page.goBack();
  await expectAgents(page, ONLINE);
  await expect(page.getByRole("button", { name: "离线 1" })).toHaveAttribute("aria-pressed", "false");
  await page.goForward();
  await expectAgents(page, [...ONLINE, "li.na"]);
});

test("typing a search leaves one step to go back, not one a letter", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "在线 4" }).click();
  await page.getByRole("textbox", { name: "姓名、邮箱、技能、拼音" }).pressSequentially("priya");
  await expectAgents(page, ["priya.nair"]);
  await page.goBack();
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("a reload and a shared address show the same", async ({ page, browser, baseURL }) => {
  await openBoard(page, "?status=online&on=1&group=none&sort=name&week=2026-11-25&zone=Asia/Tokyo&lang=en");
  const said = await gridOf(page).ariaSnapshot();
  await page.reload();
  await expect.poll(() => gridOf(page).ariaSnapshot()).toBe(said);

  const context = await browser.newContext({
    locale: "zh-CN",
    timezoneId: "America/New_York",
    ...(baseURL ? { baseURL } : {}),
  });
  const other = await context.newPage();
  await openBoard(other, new URL(page.url()).search);
  await expect.poll(() => gridOf(other).ariaSnapshot()).toBe(said);
  await context.close();
});

test("the view is taken along to an agent and back", async ({ page }) => {
  await openBoard(page, "?status=online&week=2026-11-25&lang=en");
  await page.getByRole("rowheader", { name: /^Priya Nair/ }).click();
  await expect(page).toHaveURL(/\/agents\/priya\.nair\?status=online&week=2026-11-25&lang=en$/);
  await page.getByRole("link", { name: "Back to the board" }).click();
  await expect(page).toHaveURL(/\/\?status=online&week=2026-11-25&lang=en$/);
  await expectAgents(page, ONLINE);
});

const UNUSABLE = [
  { search: "week=2026-02-30", named: "周（week）" },
  { search: "zone=Mars/Olympus", named: "时区（zone）" },
  { search: "start=wed", named: "一周起点（start）" },
  { search: "status=busy", named: "状态（status）" },
  { search: "match=some", named: "技能符合方式（match）" },
  { search: `q=${"x".repeat(201)}`, named: "搜索（q）" },
  { search: "on=yes", named: "当前在班（on）" },
  { search: "group=team", named: "分组（group）" },
  { search: "sort=random", named: "排序（sort）" },
  { search: "lang=fr", named: "语言（lang）" },
  { search: "theme=pink", named: "主题（theme）" },
  { search: "density=loose", named: "行高（density）" },
];

test("every unusable value falls back to its default, with one notice that names them", async ({ page }) => {
  await openBoard(page, `?${UNUSABLE.map(({ search }) => search).join("&")}&x=kept`);
  const notice = page.getByRole("status").filter({ hasText: "无法识别，已使用默认值" });
  await expect(notice).toHaveText(
    `地址中的 ${UNUSABLE.map(({ named }) => named).join("、")} 无法识别，已使用默认值。`,
  );
  await expect(page.locator("[data-agent-id]")).toHaveCount(9);
  await notice.getByRole("button", { name: "知道了" }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).search).toBe("?x=kept");
});

for (const search of ["desk=nobody", "desk=%3Cb%3E"]) {
  test(`?${search} shows the first desk, and says so`, async ({ page }) => {
    await openBoard(page, `?${search}&lang=en`);
    const text = "The address holds something unusable for helpdesk (desk); the default is shown instead.";
    await expect(page.getByText(text)).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?lang=en");
  });
}

test("of a repeated key the first usable value counts", async ({ page }) => {
  await openBoard(page, "?status=busy&status=online&status=offline&x=1&q=");
  await expectAgents(page, ONLINE);
  await expect(page.getByText("无法识别")).toHaveCount(0);
});

test("skills and departments that the desk does not have are ignored, with a notice", async ({ page }) => {
  await openBoard(page, "?status=online&skill=gone,skill-login&department=moon&lang=en");
  await expectAgents(page, ["zhang.wei"]);
  await expect(page.getByText("Unknown at this desk and ignored: gone, moon.")).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const link = page.getByRole("link", { name: "Table (CSV)" });
  await expect(link).toHaveAttribute("href", /skill=skill-login&/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?status=online&skill=skill-login&lang=en");
});

test("broken codes in the query do no harm", async ({ page }) => {
  await openBoard(page, "?zone=%E0%A4%A&status=online");
  await expectAgents(page, ONLINE);
  await expect(page.getByText("地址中的 时区（zone） 无法识别，已使用默认值。")).toBeVisible();
});
