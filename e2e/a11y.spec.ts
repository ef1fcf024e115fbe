import { codeFault } from "#lib/sample-desk/fault-presets.ts";
import { findingsOn } from "./fixtures/accessibility.ts";
import { headerOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** axe finds nothing, in either theme and either language, on any kind of page (product.md, section 9). */

// axe looks at everything, several times a test.
test.describe.configure({ timeout: 90_000 });

const LOOKS = [
  { theme: "light", lang: "zh" },
  { theme: "dark", lang: "en" },
] as const;

for (const { theme, lang } of LOOKS) {
  const look = `theme=${theme}&lang=${lang}`;
  const zh = lang === "zh";

  test.describe(`${theme}, ${lang}`, () => {
    test("the board, in another zone, with a filter and with a notice", async ({ page }) => {
      await openBoard(page, `?${look}&status=online,offline,off_duty,unknown,removed`);
      expect(await findingsOn(page)).toEqual([]);
      await openBoard(page, `?${look}&zone=America/New_York&skill=skill-english&density=compact&week=x`);
      expect(await findingsOn(page)).toEqual([]);
    });

    test("what opens over it: skills, zones, settings, keys, a date, the card", async ({ page }) => {
      await openBoard(page, `?${look}`);
      const layers = [
        {
          opener: page.getByRole("button", { name: zh ? "技能" : "Skills", exact: true }),
          shown: page.getByRole("listbox"),
        },
        {
          opener: page.getByRole("button", { name: zh ? /^时区/ : /^Time zone/ }),
          shown: page.getByRole("listbox"),
        },
        {
          opener: page.getByRole("button", { name: zh ? "设置" : "Settings" }),
          shown: page.getByRole("dialog"),
        },
        {
          opener: page.getByRole("button", { name: zh ? /跳到某一周/ : /Jump to a week/ }),
          shown: page.getByRole("dialog"),
        },
      ];
      for (const { opener, shown } of layers) {
        await opener.click();
        await expect(shown).toBeVisible();
        expect(await findingsOn(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(shown).toHaveCount(0);
      }
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await findingsOn(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await headerOf(page, "李娜").hover();
      await expect(page.getByRole("dialog", { name: "李娜" })).toBeVisible();
      expect(await findingsOn(page)).toEqual([]);
    });

    test("nobody matches", async ({ page }) => {
      await page.goto(`/?${look}&q=nobody&on=1`);
      await expect(
        page.getByRole("heading", { name: zh ? "没有符合的客服" : "No agents match" }),
      ).toBeVisible();
      expect(await findingsOn(page)).toEqual([]);
    });

    test("an agent's page", async ({ page }) => {
      await page.goto(`/agents/emily.carter?${look}`);
      await expect(page.getByRole("heading", { name: "Emily Carter" })).toBeVisible();
      expect(await findingsOn(page)).toEqual([]);
    });

    test("Feishu is down", async ({ page, product }) => {
      await openBoard(page, `?${look}`);
      product.feishu.control.failAlways(codeFault(155000));
      const banner = page.getByRole("region", { name: zh ? /^飞书无响应/ : /^Feishu does not answer/ });
      await expect(banner).toBeVisible({ timeout: 25_000 });
      expect(await findingsOn(page)).toEqual([]);
    });

    test.describe("no such page", () => {
      test.use({ allowedErrors: [/status of 404/] });
      test("is sound too", async ({ page }) => {
        await page.goto(`/nothing?${look}`);
        await expect(page.getByRole("heading")).toBeVisible();
        expect(await findingsOn(page)).toEqual([]);
      });
    });

    test.describe("on a phone", () => {
      test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
      test("the list by day, its sheet, and an agent", async ({ page }) => {
        await openBoard(page, `?${look}`);
        expect(await findingsOn(page)).toEqual([]);
        await page.getByRole("button", { name: zh ? "筛选" : "Filters", exact: true }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        expect(await findingsOn(page)).toEqual([]);
        await page.goto(`/agents/li.na?${look}`);
        await expect(page.getByRole("heading", { name: "李娜" })).toBeVisible();
        expect(await findingsOn(page)).toEqual([]);
      });
    });
  });
}

for (const path of ["/", "/agents/emily.carter", "/?q=nobody"]) {
  test(`${path} at 320 px, as with a zoom of 400 %, does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeAttached();
    await expect(page.getByText(/更新/).first()).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test("with forced colours blocks and focus can still be told", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openBoard(page);
  const [planned, running] = ["planned", "online"].map((tone) =>
    page.locator(`[data-agent-id='zhang.wei'] [data-tone=${tone}]`).first(),
  );
  const colour = (of: typeof planned) => of?.evaluate((bar) => getComputedStyle(bar).backgroundColor);
  expect(await colour(planned)).not.toBe(await colour(running));
  await headerOf(page, "张伟").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveCSS("outline-style", "solid");
});

test("who asks for less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openBoard(page);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => getComputedStyle(element).transitionDuration)).toMatch(/^0s/);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
