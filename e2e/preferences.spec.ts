import type { Browser, Page } from "@playwright/test";
import { addressOf, boxOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** Language, theme, density and week start: asked for by address, then cookie, then browser (product.md, section 4). */

const htmlTag = async (page: Page, path: string, cookie = "", language = "") => {
  const headers = { cookie, ...(language === "" ? {} : { "accept-language": language }) };
  const text = await (await page.request.get(path, { headers })).text();
  return text.match(/<html[^>]*>/)?.[0] ?? "";
};

for (const { language, lang } of [
  { language: "zh-CN,zh;q=0.9,en;q=0.8", lang: "zh-CN" },
  { language: "en-GB,en;q=0.9", lang: "en" },
  { language: "de-DE,en;q=0.5", lang: "en" },
  { language: "en;q=0.2,zh-TW;q=0.8", lang: "zh-CN" },
]) {
  test(`a browser that asks for ${language} gets ${lang}`, async ({ page }) => {
    expect(await htmlTag(page, "/", "", language)).toContain(`lang="${lang}"`);
  });
}

test("the server's first answer already has language and theme, so that nothing flashes", async ({
  page,
}) => {
  const dark = await htmlTag(page, "/?lang=en&theme=dark");
  expect(dark).toContain('lang="en"');
  expect(dark).toContain('data-theme="dark"');
  expect(await htmlTag(page, "/?theme=light")).toContain('data-theme="light"');
  expect(await htmlTag(page, "/")).not.toContain("data-theme");
  // The cookie is heard, and the address wins over it.
  expect(await htmlTag(page, "/", "rota_prefs=theme=dark&lang=en")).toContain('data-theme="dark"');
  expect(await htmlTag(page, "/?theme=light&lang=zh", "rota_prefs=theme=dark&lang=en")).toContain(
    'lang="zh-CN"',
  );
  expect(await htmlTag(page, "/?theme=system", "rota_prefs=theme=dark")).not.toContain("data-theme");
});

/** A page of its own, as of another viewer. */
async function openAs(browser: Browser, options: Parameters<Browser["newContext"]>[0], url: string) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole("grid")).toBeVisible();
  return { page, close: () => context.close() };
}

test("switching the language is at once, and remembered", async ({ page, browser, product, context }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "EN, switch to English" }).click();
  await expect(page.getByRole("button", { name: "This week" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(addressOf(page, "lang")).toBe("en");

  // Elsewhere in the product, without a word in the address.
  await page.goto("/agents/li.na");
  await expect(page.getByRole("link", { name: "Back to the board" })).toBeVisible();
  const [cookie] = (await context.cookies()).filter(({ name }) => name === "rota_prefs");
  expect(cookie).toMatchObject({ path: "/", sameSite: "Lax" });

  const other = await openAs(browser, { locale: "zh-CN" }, product.url);
  await expect(other.page.getByRole("button", { name: "本周" })).toBeVisible();
  await other.close();
});

test("a page loads the words of its own language, and the other's when they are wanted", async ({ page }) => {
  const loaded = () =>
    page.evaluate(async () => {
      const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.includes(".js"));
      const texts = await Promise.all(scripts.map(async ({ name }) => (await fetch(name)).text()));
      return ["Skip to the board", "跳到班表"].filter((words) => texts.some((text) => text.includes(words)));
    });
  await openBoard(page, "?lang=en");
  expect(await loaded()).toEqual(["Skip to the board"]);
  await page.getByRole("button", { name: "中，切换到中文" }).click();
  await expect(page.getByRole("button", { name: "本周" })).toBeVisible();
  expect(await loaded()).toEqual(["Skip to the board", "跳到班表"]);
});

test.describe("where a script does not come", () => {
  test.use({ allowedErrors: [/ERR_FAILED/] });

  test("the page says so, stays in the language that it has, and takes the other when it comes", async ({
    page,
    context,
  }) => {
    const remembered = async () =>
      (await context.cookies()).find(({ name }) => name === "rota_prefs")?.value ?? "";
    await openBoard(page, "?lang=en");
    await page.route("**/*.js", (route) => route.abort());
    const toChinese = page.getByRole("button", { name: "中，切换到中文" });
    await toChinese.click();
    const failed = page.getByRole("status").filter({ hasText: "could not be done" });
    await failed.getByRole("button", { name: "Dismiss" }).click();
    expect(addressOf(page, "lang")).toBe("en");
    expect(await remembered()).toContain("lang=en");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("button", { name: "This week" })).toBeVisible();

    // Still no use, and said again; then it comes.
    await toChinese.click();
    await failed.getByRole("button", { name: "Dismiss" }).click();
    await page.unroute("**/*.js");
    await toChinese.click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    expect(addressOf(page, "lang")).toBe("zh");
    expect(await remembered()).toContain("lang=zh");
  });
});

test("the theme follows the system until one is chosen, and then stays", async ({
  page,
  browser,
  product,
}) => {
  const background = (of: Page) =>
    of.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const LIGHT = "rgb(245, 246, 248)";
  const DARK = "rgb(12, 15, 20)";
  const night = await openAs(browser, { colorScheme: "dark" }, product.url);
  expect(await background(night.page)).toBe(DARK);
  await night.page.goto(`${product.url}/?theme=light`);
  expect(await background(night.page)).toBe(LIGHT);
  await night.close();

  await openBoard(page);
  expect(await background(page)).toBe(LIGHT);
  await page.getByRole("button", { name: "切换浅色与深色" }).click();
  await expect.poll(() => background(page)).toBe(DARK);
  await page.goto("/");
  expect(await background(page)).toBe(DARK);
});

test("no light frame is painted before a dark page", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { schemesSeen: seen });
    const look = () => {
      if (document.body) seen.add(getComputedStyle(document.documentElement).colorScheme);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openBoard(page, "?theme=dark");
  expect(await page.evaluate("[...window.schemesSeen]")).toEqual(["dark"]);
});

test("rows can be compact, and the week may start on Sunday, by the settings", async ({ page }) => {
  await openBoard(page);
  const row = page.locator("[data-agent-id]").first();
  expect((await boxOf(row)).height).toBe(44);
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByText("紧凑", { exact: true }).click();
  await expect.poll(async () => (await boxOf(row)).height).toBe(27);
  await page.getByText("周日开始", { exact: true }).click();
  await expect(page.getByRole("columnheader").nth(1)).toHaveAccessibleName("11月15日 周日");
  expect([addressOf(page, "density"), addressOf(page, "start")]).toEqual(["compact", "sun"]);
  // Tastes are no step to go back.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);

  await page.goto("/");
  await expect.poll(async () => (await boxOf(row)).height).toBe(27);
  await expect(page.getByRole("columnheader").nth(1)).toHaveAccessibleName("11月15日 周日");
});

test("a spoilt cookie is no harm", async ({ page, context, product }) => {
  await context.addCookies([{ name: "rota_prefs", value: "lang=xx&theme=%00&density=", url: product.url }]);
  await openBoard(page);
  await expect(page.getByRole("button", { name: "本周" })).toBeVisible();
});
