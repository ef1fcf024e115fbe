import type { Page } from "@playwright/test";
import { expect, expectRoster, frameOf, test } from "./fixtures/portal-test.ts";

/** The product in the frame of a portal of another site (product.md, section 8). */

const heightOf = (page: Page) =>
  page.locator("#rota iframe").evaluate((frame) => frame.getBoundingClientRect().height);
/** What the frame has told the portal, of one type. */
const heard = (page: Page, type: string) =>
  page.evaluate((wanted) => {
    const all: unknown = Reflect.get(window, "heard");
    return Array.isArray(all) ? all.filter((message) => message?.type === wanted) : [];
  }, type);

test("shows the board without the product's chrome", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ params: "lang=en&group=none" }));
  await expectRoster(page);
  const frame = frameOf(page);
  await expect(frame.getByRole("grid")).toBeVisible();
  await expect(frame.getByRole("banner")).toHaveCount(0);
  await expect(frame.getByRole("button", { name: "Next week" })).toBeVisible();
  await expect(frame.getByRole("switch", { name: "On shift now" })).toBeVisible();
  const full = frame.getByRole("link", { name: "Open full board" });
  await expect(full).toHaveAttribute("target", "_blank");
  await expect(full).toHaveAttribute("href", "/?lang=en&group=none");
});

test("takes its height from what it shows, and does not grow by itself", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "mount", params: "lang=en" }));
  await expectRoster(page);
  const content = frameOf(page).getByRole("main");
  await expect
    .poll(
      async () =>
        (await heightOf(page)) - (await content.evaluate((box) => box.getBoundingClientRect().height)),
    )
    .toBeLessThan(2);
  const board = await heightOf(page);
  expect(board).toBeGreaterThan(500);
  await page.evaluate("rota.set({ view: 'coverage' })");
  await expect(frameOf(page).getByRole("heading", { level: 1 })).toContainText("16 – 22 Nov");
  await expect.poll(() => heightOf(page)).not.toBe(board);
  // A portal that lays the frame out anew is answered once, not without end.
  const count = (await heard(page, "resize")).length;
  await page.setViewportSize({ width: 1200, height: 500 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await frameOf(page)
    .locator("body")
    .evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect((await heard(page, "resize")).length - count).toBeLessThan(12);
});

test("follows the portal's theme, language, zone and view", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "mount", params: "lang=en&theme=light" }));
  await expectRoster(page);
  const frame = frameOf(page);
  await page.evaluate("rota.set({ theme: 'dark', lang: 'zh', zone: 'Europe/Berlin' })");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(frame.getByRole("button", { name: /柏林 UTC\+1/ })).toBeVisible();
  await page.evaluate("rota.set({ view: 'now' })");
  await expect(frame.getByRole("heading", { level: 1, name: "现在" })).toBeVisible();
  await page.evaluate("rota.set({ view: 'board', zone: 'Mars/Base' })");
  await expect(frame.getByRole("grid")).toBeVisible();
  await expect(frame.getByRole("button", { name: /柏林 UTC\+1/ })).toBeVisible();
  // What a portal wishes is no preference of the viewer's.
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("rota_prefs");
});

test("opens an agent in a panel, since pages of the product may not be framed", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ params: "lang=en" }));
  await expectRoster(page);
  const frame = frameOf(page);
  const header = frame.locator("[data-agent-id] [role=rowheader]").first();
  const name = (await header.getAttribute("aria-label"))?.split(",")[0] ?? "";
  await header.click();
  const panel = frame.getByRole("dialog", { name }).filter({ has: frame.getByRole("heading", { name }) });
  await expect(panel).toBeVisible();
  await expect(panel.getByRole("link", { name: "Open in a new tab" })).toHaveAttribute(
    "href",
    /^\/agents\/ou_/,
  );
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("links inside a view open the panel too, or a tab of their own", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ params: "lang=en&view=now" }));
  const frame = frameOf(page);
  const link = frame.locator('a[href*="/agents/"]').first();
  const name = (await link.textContent()) ?? "";
  await link.click();
  await expect(frame.getByRole("heading", { name })).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test("an unusable view falls back, with a notice", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ params: "lang=en&view=status&group=x" }));
  await expectRoster(page);
  await expect(frameOf(page).getByRole("status").filter({ hasText: "view" })).toBeVisible();
});

test("the token is wiped from the frame's address at once, and is in no query", async ({ page, portal }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const token = portal.sign();
  await page.goto(portal.pageWith({ by: "bare", token }));
  await expectRoster(page);
  const [, frame] = page.frames();
  expect(frame?.url()).toMatch(/\/embed$/);
  const ours = asked.filter((url) => !url.startsWith(portal.origin));
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.filter((url) => url.includes("token"))).toEqual([]);
});

test("where everybody may look, a frame needs no token", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "bare" }));
  await expectRoster(page);
});

test.describe("without a browser", () => {
  const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/api/embed/session`, { method: "POST", body, headers });

  test("a token is good once, and the page itself holds no data", async ({ product, portal }) => {
    const body = JSON.stringify({ token: portal.sign() });
    const first = await post(product.url, body);
    expect(first.status).toBe(200);
    const { bearer, expiresIn } = await first.json();
    expect(expiresIn).toBe(900);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.headers.get("access-control-allow-origin")).toBeNull();
    expect((await post(product.url, body)).status).toBe(401);
    const roster = await fetch(`${product.url}/api/roster`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const { agents } = await roster.json();
    const page = await fetch(`${product.url}/embed?view=board`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(agents.length).toBeGreaterThan(20);
    expect(agents.filter(({ name }: { readonly name: string }) => html.includes(name))).toEqual([]);
  });

  test("a viewer in a frame sees no emails, and takes nothing away", async ({ product, portal }) => {
    const answer = await post(product.url, JSON.stringify({ token: portal.sign() }));
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const headers = { cookie, "rota-embed": "1" };
    const { agents } = await (await fetch(`${product.url}/api/roster`, { headers })).json();
    expect(agents.filter(({ email }: { readonly email: string | null }) => email !== null)).toEqual([]);
    expect((await fetch(`${product.url}/api/export/csv`, { headers })).status).toBe(403);
    expect((await fetch(`${product.url}/api/embed/site`, { headers })).status).toBe(200);
    const other = { cookie: cookie.replace(/=.*/, "=x"), "rota-embed": "1" };
    expect((await fetch(`${product.url}/api/roster`, { headers: other })).status).toBe(401);
  });

  test("what is no token, or comes from a foreign page, is refused", async ({ product, portal }) => {
    expect((await post(product.url, "{")).status).toBe(400);
    expect((await post(product.url, "{}")).status).toBe(400);
    expect((await post(product.url, JSON.stringify({ token: "a".repeat(2_000_000) }))).status).toBe(401);
    const body = JSON.stringify({ token: portal.sign() });
    expect((await post(product.url, body, { origin: portal.origin })).status).toBe(403);
    expect((await fetch(`${product.url}/api/embed/session`)).status).toBe(405);
  });
});
