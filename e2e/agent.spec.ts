import { headerOf, openBoard, rowOf } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";
import { TEAM } from "./fixtures/team.ts";

/** One agent: the card over the board, and the page with everything that Feishu says. */

test("the card opens under a resting pointer, stays while pointed at, and goes", async ({ page }) => {
  await openBoard(page);
  await headerOf(page, "张伟").hover();
  const card = page.getByRole("dialog", { name: "张伟" });
  await expect(card).toContainText("技术支持");
  await expect(card.getByText("在线", { exact: true })).toBeVisible();
  await expect(card).toContainText("09:00–12:00、13:00–18:00");
  await expect(card).toContainText(/18:00 下班，\d+ 分钟后/);
  await expect(card).toContainText("11月20日 周五 09:00 返回");
  for (const skill of ["API 接入", "网络", "英语", "账号登录"]) await expect(card).toContainText(skill);
  await expect(card).toContainText("云杉科技");
  await expect(card).toContainText(/最近采样 17:\d\d/);
  await card.hover();
  await expect(card).toBeVisible();
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(card).toHaveCount(0);
});

test("the card says where status and plan disagree", async ({ page }) => {
  await openBoard(page);
  await headerOf(page, "李娜").hover();
  await expect(page.getByRole("dialog", { name: "李娜" })).toContainText("离线（手动） 但正在班上");
  await page.keyboard.press("Escape");
  await headerOf(page, "周子轩").hover();
  await expect(page.getByRole("dialog", { name: "周子轩" })).toContainText("在线 但不在班上");
});

test("Message opens the Feishu chat, and the email is a link", async ({ page }) => {
  await openBoard(page);
  await headerOf(page, "张伟").hover();
  const card = page.getByRole("dialog", { name: "张伟" });
  const message = card.getByRole("link", { name: "联系" });
  await expect(message).toHaveAttribute(
    "href",
    "https://applink.feishu.cn/client/chat/open?openId=zhang.wei",
  );
  await expect(message).toHaveAttribute("target", "_blank");
  await expect(message).toHaveAttribute("rel", "noreferrer");
  await expect(card.getByRole("link", { name: "zhang.wei@spruce.example" })).toHaveAttribute(
    "href",
    "mailto:zhang.wei@spruce.example",
  );
});

test("a click on the name leads to the agent's page", async ({ page }) => {
  await openBoard(page);
  await headerOf(page, "Emily Carter").click();
  await expect(page).toHaveURL(/\/agents\/emily\.carter$/);
  await expect(page.getByRole("heading", { name: "Emily Carter" })).toBeVisible();
});

test("the agent's page holds every field and every day", async ({ page }) => {
  await page.goto("/agents/emily.carter?lang=en");
  await expect(page.getByRole("heading", { name: "Emily Carter" })).toBeVisible();
  const facts: Readonly<Record<string, string | RegExp>> = {
    Next: /^Shift starts 22:00, in 4 h \d+ min$/,
    Department: "海外支持",
    Company: "Bluewater BPO",
    Email: "emily.carter@spruce.example",
    Skills: "英语VIP 客户",
    ID: "emily.carter",
  };
  for (const [term, said] of Object.entries(facts)) {
    const fact = page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) });
    await expect(fact.locator("xpath=following-sibling::dd[1]"), term).toHaveText(said);
  }
  await expect(
    page.getByRole("listitem").filter({ hasText: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/ }),
  ).toHaveCount(7);
  const day = (name: string) => page.getByRole("listitem").filter({ hasText: new RegExp(`^${name}`) });
  await expect(day("Mon 16 Nov")).toContainText("00:00–06:00, 22:00–24:00 (continues next day)");
  await expect(day("Sat 21 Nov")).toContainText("no hours");
  await expect(day("Thu 19 Nov")).toHaveAttribute("aria-current", "date");
  await expect(page.getByText("40 h", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Next week" }).click();
  await expect(day("Mon 23 Nov")).toBeVisible();
});

test("what Feishu does not say is said to be missing, and what looks wrong is noted", async ({ page }) => {
  await page.goto("/agents/lv.siqi");
  await expect(page.getByRole("heading", { name: "吕思琪" })).toBeVisible();
  for (const term of ["部门", "公司", "技能"]) {
    const fact = page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) });
    await expect(fact.locator("xpath=following-sibling::dd[1]"), term).toHaveText("未设置");
  }
  await page.goto("/agents/zheng.kai");
  const notes = page.getByRole("term").filter({ hasText: "班表检查" });
  await expect(notes.locator("xpath=following-sibling::dd[1]")).toContainText("未设置工作时间");
});

test("a removed agent is found by address, and struck through on the board", async ({ page }) => {
  await page.goto("/agents/huang.jie");
  await expect(page.getByRole("heading", { name: "黄杰" })).toBeVisible();
  await expect(page.getByText("已移除").first()).toBeVisible();
  await openBoard(page, "?status=removed");
  await expect(rowOf(page, "黄杰").locator("bdi", { hasText: "黄杰" })).toHaveCSS(
    "text-decoration-line",
    "line-through",
  );
});

test.describe("an address that is nobody's", () => {
  // The browser itself reports a page that answers 404.
  test.use({ allowedErrors: [/status of 404/] });

  for (const id of [
    "nobody",
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "a%2Fb",
    "..%2F..%2Fetc",
    "%25ff",
    "%ff",
    "__proto__",
    "x".repeat(2_000),
    "%E2%80%AEabc",
  ]) {
    test(`/agents/${id.slice(0, 30)} answers 404, and leads back`, async ({ page }) => {
      const response = await page.goto(`/agents/${id}`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
      await page.getByRole("link", { name: "返回班表" }).click();
      await expect(page.getByRole("grid")).toBeVisible();
    });
  }
});

test("an agent who leaves while one looks is said to be gone", async ({ page, product }) => {
  await page.goto("/agents/zheng.kai");
  await expect(page.getByRole("heading", { name: "郑凯" })).toBeVisible();
  product.feishu.control.setRecords(
    "present",
    TEAM.filter(({ agent }) => agent.id !== "zheng.kai"),
  );
  await expect(page.getByRole("heading", { name: "没有这位客服" })).toBeVisible({ timeout: 25_000 });
  await expect(page.getByText("IT 服务台 的名单里没有这个 ID")).toBeVisible();
});
