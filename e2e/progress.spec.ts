import type { Locator, Page } from "@playwright/test";
import { headerOf, openBoard } from "./fixtures/board.ts";
import { hold } from "./fixtures/hold.ts";
import { expect, test } from "./fixtures/test.ts";

/** Whatever takes over 300 ms says that it is running, and can be left (design tokens, section 6). */

// More than the page brings with it.
test.use({ productOptions: { size: 300 } });

const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole("status").filter({ hasText: text });
const tab = (page: Page, name: string): Locator =>
  page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });
const CHUNKS = /\/_next\/static\/chunks\/.*\.js$/;

test("a page that is long in coming says so, no sooner than after 300 ms, and Escape stays", async ({
  page,
}) => {
  await openBoard(page, "?lang=en");
  await page.evaluate(() => {
    const seen = { pressedMs: 0, saidMs: 0 };
    Object.assign(window, { seenProgress: seen });
    addEventListener("click", ({ timeStamp }) => Object.assign(seen, { pressedMs: timeStamp }));
    new MutationObserver(() => {
      const words = [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent);
      if (words.some((text) => text.includes("Opening the page"))) seen.saidMs ||= performance.now();
    }).observe(document.body, { subtree: true, childList: true });
  });
  const release = await hold(page, /\/coverage\?/);
  await tab(page, "Coverage").click();
  await expect(said(page, "Opening the page")).toBeVisible();
  const { pressedMs, saidMs } = await page.evaluate(() => Object(Reflect.get(window, "seenProgress")));
  expect(saidMs - pressedMs).toBeGreaterThanOrEqual(300);

  await page.keyboard.press("Escape");
  await expect(said(page, "Opening the page")).toHaveCount(0);
  await release();
  await page.locator('[data-filter-status="offline"]').click();
  await expect(page).toHaveURL(/\/\?.*status=offline/);
  await expect(page.getByRole("grid")).toBeVisible();

  await tab(page, "Coverage").click();
  await expect(page).toHaveURL(/\/coverage\?/);
});

test("another press takes the place of a page that is long in coming", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const release = await hold(page, /\/coverage\?/);
  await tab(page, "Coverage").click();
  await expect(said(page, "Opening the page")).toBeVisible();
  await tab(page, "Now").click();
  await expect(page).toHaveURL(/\/now\?/);
  await expect(said(page, "Opening the page")).toHaveCount(0);
  await release();
  await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();
  await expect(page).toHaveURL(/\/now\?/);
});

test("an agent's page that is long in coming can be left by its button", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const release = await hold(page, /\/agents\/.*\?/);
  await headerOf(page, ".*").first().click();
  await said(page, "Opening the page").getByRole("button", { name: "Cancel" }).click();
  await expect(said(page, "Opening the page")).toHaveCount(0);
  await release();
  await headerOf(page, ".*").first().click();
  await expect(page).toHaveURL(/\/agents\//);
});

test("a refresh by hand says that Feishu is read, and can be left and asked for again", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const refresh = page.getByRole("banner").getByRole("button", { name: "Try now" });
  const release = await hold(page, "**/api/refresh*");
  await refresh.click();
  await expect(said(page, "Reading from Feishu")).toBeVisible();
  await expect(refresh).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Escape");
  await expect(said(page, "Reading from Feishu")).toHaveCount(0);
  await expect(refresh).toHaveAttribute("aria-busy", "false");
  await release();
  const answered = page.waitForResponse(/\/api\/refresh/);
  await refresh.click();
  expect((await answered).ok()).toBe(true);
  await expect(refresh).toHaveAttribute("aria-busy", "false");
});

test("a file that is long in coming says so, stops when it is left, and has its name when it comes", async ({
  page,
}) => {
  await openBoard(page, "?lang=en&status=online");
  const exportTo = async (name: string) => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("link", { name }).click();
  };
  const release = await hold(page, "**/api/export/*");
  await exportTo("Table (CSV)");
  const stopped = page.waitForEvent("requestfailed", (request) => request.url().includes("/api/export/csv"));
  await said(page, "Preparing the file").getByRole("button", { name: "Cancel" }).click();
  await stopped;
  await expect(said(page, "Preparing the file")).toHaveCount(0);
  await release();
  for (const [entry, name] of [
    ["Table (CSV)", "IT 服务台 2026-11-19.csv"],
    ["Calendar file (ICS)", "IT 服务台 2026-11-16.ics"],
  ] as const) {
    const download = page.waitForEvent("download");
    await exportTo(entry);
    expect((await download).suggestedFilename()).toBe(name);
  }
});

test("a file goes on being made when the viewer goes to another page", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const release = await hold(page, "**/api/export/*");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("link", { name: "Table (CSV)" }).click();
  await expect(said(page, "Preparing the file")).toBeVisible();
  await tab(page, "Now").click();
  await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();
  await expect(said(page, "Preparing the file")).toBeVisible();
  const download = page.waitForEvent("download");
  await release();
  expect((await download).suggestedFilename()).toBe("IT 服务台 2026-11-19.csv");
  await expect(said(page, "Preparing the file")).toHaveCount(0);
});

test("Escape that clears the search or closes a card leaves a running file alone", async ({ page }) => {
  await openBoard(page, "?lang=en");
  // The card's code is here before anything is held.
  await headerOf(page, ".*").first().hover();
  const card = page.locator("[data-hover-card]");
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  const release = await hold(page, "**/api/export/*");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("link", { name: "Table (CSV)" }).click();
  const making = said(page, "Preparing the file");
  await expect(making).toBeVisible();

  const search = page.getByRole("textbox", { name: "Name, email, skill" });
  await search.fill("a");
  await search.press("Escape");
  await expect(search).toHaveValue("");
  await search.evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  await expect(making).toBeVisible();

  await search.press("Tab");
  await headerOf(page, ".*").first().focus();
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(making).toBeVisible();
  // Nothing else wants it now.
  await page.keyboard.press("Escape");
  await expect(making).toHaveCount(0);
  await release();
});

test.describe("where something fails", () => {
  test.use({ allowedErrors: [/500|ERR_FAILED|Failed to load/] });

  test("a file that cannot be made says so, until that is dismissed", async ({ page }) => {
    await openBoard(page, "?lang=en");
    await page.route("**/api/export/*", (route) => route.fulfill({ status: 500, body: "{}" }));
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("link", { name: "Table (CSV)" }).click();
    await said(page, "could not be done").getByRole("button", { name: "Dismiss" }).click();
    await expect(said(page, "could not be done")).toHaveCount(0);
  });

  test("a card whose code does not come says nothing, and comes when it can", async ({ page }) => {
    await openBoard(page, "?lang=en");
    const failed: string[] = [];
    page.on("requestfailed", (request) => failed.push(request.url()));
    await page.route(CHUNKS, (route) => route.abort());
    const names = headerOf(page, ".*");
    // Tried anew for each name, so that the last failure is surely the card's.
    for (const index of [0, 1, 2]) {
      const before = failed.length;
      await names.nth(index).hover();
      await expect.poll(() => failed.length).toBeGreaterThan(before);
    }
    // What the failure led to has been drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await expect(said(page, "could not be done")).toHaveCount(0);
    await page.unroute(CHUNKS);
    await names.nth(3).hover();
    await expect(page.locator("[data-hover-card]")).toBeVisible();
    await expect(said(page, "could not be done")).toHaveCount(0);
  });

  test.describe("on a touch screen", () => {
    test.use({ hasTouch: true });

    test("a card that was tapped for says that it does not come", async ({ page }) => {
      await openBoard(page, "?lang=en");
      await page.route(CHUNKS, (route) => route.abort());
      await headerOf(page, ".*").first().tap();
      await expect(said(page, "could not be done")).toBeVisible();
    });
  });

  test("a layer whose code does not come leaves the page as it is", async ({ page }) => {
    await openBoard(page, "?lang=en");
    await page.route(CHUNKS, (route) => route.abort());
    await page.getByRole("button", { name: "Export" }).click();
    await expect(said(page, "could not be done")).toBeVisible();
    await expect(page.getByRole("grid")).toBeVisible();
    await page.unroute(CHUNKS);
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("link", { name: "Table (CSV)" })).toBeVisible();
  });
});

for (const { what, role, layer } of [
  { what: "a popover", role: "Export", layer: "dialog" },
  { what: "a picker", role: "Skills", layer: "listbox" },
] as const) {
  test(`${what} that is long in coming says so, and is not opened once it was left`, async ({ page }) => {
    await openBoard(page, "?lang=en");
    const button = page.getByRole("button", { name: role, exact: true });
    const release = await hold(page, CHUNKS);
    await button.click();
    await expect(said(page, "Loading")).toBeVisible();
    await expect(button).toHaveAttribute("aria-busy", "true");
    await page.keyboard.press("Escape");
    await expect(said(page, "Loading")).toHaveCount(0);
    await release();
    await expect(page.getByRole(layer)).toHaveCount(0);
    await button.click();
    await expect(page.getByRole(layer).first()).toBeVisible();
  });
}

test("the other language that is long in coming says so, and this one can be kept", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const release = await hold(page, CHUNKS);
  await page.getByRole("button", { name: "中，切换到中文" }).click();
  await said(page, "Loading").getByRole("button", { name: "Cancel" }).click();
  await expect(said(page, "Loading")).toHaveCount(0);
  await expect(page).toHaveURL(/lang=en/);
  await release();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中，切换到中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

test("subscriptions say that they are listed, and made", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const release = await hold(page, "**/api/feeds*");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "Subscribe by calendar" }).click();
  const dialog = page.getByRole("dialog", { name: "Calendar subscriptions" });
  await expect(dialog.getByRole("status").filter({ hasText: "Loading" })).toBeVisible();
  await dialog.getByRole("combobox", { name: "Skill" }).selectOption({ index: 1 });
  const make = dialog.getByRole("button", { name: /^Make one for/ });
  await make.click();
  await dialog
    .getByRole("status")
    .filter({ hasText: "Saving" })
    .getByRole("button", { name: "Cancel" })
    .click();
  await expect(make).toBeEnabled();
  await release();
  await make.click();
  await expect(dialog.getByRole("textbox", { name: "Address of the subscription" })).toBeVisible();
});

test("the rest of a large roster says that it is on its way", async ({ page }) => {
  const release = await hold(page, "**/api/roster*");
  await page.goto("/?lang=en");
  await expect(said(page, "Loading agents from Feishu")).toBeVisible();
  await release();
  await expect(said(page, "Loading agents from Feishu")).toHaveCount(0);
});
