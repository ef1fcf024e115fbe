import { headerOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** The content policy holds and nothing trips over it: every test fails on any error of the page's console. */

test("the board and everything that opens over it", async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction("noteViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, "noteViolation")(`${violatedDirective} ${blockedURI}`);
    });
  });
  await openBoard(page);
  await headerOf(page, "张伟").hover();
  await expect(page.getByRole("dialog", { name: "张伟" })).toBeVisible();
  await page.keyboard.press("Escape");
  for (const name of ["技能", "部门", "设置"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await headerOf(page, "张伟").click();
  await expect(page.getByRole("heading", { name: "张伟" })).toBeVisible();
  expect(violations).toEqual([]);
});

test.describe("what is smuggled in", () => {
  test.use({ allowedErrors: [/Content Security Policy/] });

  test("a script that found its way into the page does not run", async ({ page }) => {
    const refused: string[] = [];
    page.on("console", (message) => refused.push(message.text()));
    await openBoard(page);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.hacked = 1";
      const box = document.createElement("div");
      box.innerHTML = `<img src="data:," onerror="window.hacked = 1">`;
      document.body.append(box);
    });
    await expect.poll(() => refused.some((text) => text.includes("Content Security Policy"))).toBe(true);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  });
});

for (const path of ["/", "/agents/li.na"]) {
  test(`${path} carries the strict headers, and stays with nobody else`, async ({ page }) => {
    const response = await page.goto(path);
    const headers = (await response?.allHeaders()) ?? {};
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/,
    );
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
    // Each script that the server wrote carries the nonce of this answer.
    const nonce = headers["content-security-policy"]?.match(/nonce-([^']+)/)?.[1];
    const nonces = await page
      .locator("script")
      .evaluateAll((scripts) => scripts.map((one) => one instanceof HTMLScriptElement && one.nonce));
    expect(new Set(nonces.filter(Boolean))).toEqual(new Set([nonce]));
  });
}

test.describe("pages that answer with an error", () => {
  test.use({ allowedErrors: [/status of 404/] });
  for (const path of ["/nothing", "/agents/%ff", "/agents/nobody"]) {
    test(`${path} is drawn under the same policy`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      expect((await response?.allHeaders())?.["content-security-policy"]).toContain("'strict-dynamic'");
      await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
    });
  }
});

test.describe("a page that breaks while it is drawn", () => {
  test.use({ allowedErrors: [/Segmenter|Minified React error/] });

  test("says so, and can be tried again", async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { segmenter: Intl.Segmenter });
      Object.assign(Intl, { Segmenter: undefined });
    });
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "这一页出错了" })).toBeVisible({ timeout: 15_000 });
    await page.evaluate("Object.assign(Intl, { Segmenter: window.segmenter })");
    await page.getByRole("button", { name: "立即重试" }).click();
    await expect(page.getByRole("grid")).toBeVisible();
  });
});
