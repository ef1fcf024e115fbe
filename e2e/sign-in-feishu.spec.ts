import type { Page } from "@playwright/test";
import { SAMPLE_TENANT } from "#lib/sample-desk/visitors.ts";
import { hold } from "./fixtures/hold.ts";
import { test as base, expect } from "./fixtures/test.ts";

/** Sign-in with Feishu, in a browser, against the sample desk's own OAuth over HTTP (product.md, section 7). */

const SETTINGS = {
  AUTH_MODE: "feishu",
  SESSION_SECRET: "a-session-secret-of-the-tests-0123456789",
  ALLOW_EMAIL_DOMAINS: "chenxing.example",
  ROLE_MANAGERS: "lin.jing@chenxing.example",
};
const test = base.extend<{ readonly people: undefined }>({
  people: [
    async ({ product }, use) => {
      product.feishu.control.setVisitors(null);
      await use(undefined);
    },
    { auto: true },
  ],
});
test.use({ productOptions: { settings: SETTINGS } });

/** From the sign-in page to the sample's own, and back as this visitor. */
async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "用飞书登录" }).click();
  await page.getByRole("link", { name }).click();
}

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "rota-session");

// Who signs out may have a read under way.
test.use({ allowedErrors: [/status of 401/] });

test("a page leads to sign in, and from there back to the same view", async ({ page, product }) => {
  await page.goto("/coverage?start=sun&lang=zh");
  await expect(page.getByRole("heading", { name: "登录后查看班表" })).toBeVisible();
  await signInAs(page, "林静");
  await expect(page).toHaveURL(`${product.url}/coverage?start=sun&lang=zh`);
  const session = await sessionOf(page);
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const kept = (await page.context().cookies()).map(({ name }) => name);
  expect(kept.filter((name) => name.startsWith("rota-sign-in"))).toEqual([]);
  // What is kept of Feishu is nothing.
  expect(JSON.stringify(session)).not.toContain("u-");
});

test("a manager sees emails and is named; signing out takes the roster away", async ({ page }) => {
  await page.goto("/?lang=zh");
  await signInAs(page, "林静");
  const roster = await (await page.request.get("/api/roster")).json();
  expect(roster.agents.some(({ email }: { email: string | null }) => email !== null)).toBe(true);
  expect((await page.request.get("/status")).status()).toBe(404);
  await page.getByRole("button", { name: "设置" }).click();
  await expect(page.getByText("林静")).toBeVisible();
  const leaving = page.getByRole("status").filter({ hasText: "正在退出" });
  const signOut = page.getByRole("button", { name: "退出登录" });
  // Slow, it says so, and whoever takes it back stays.
  const release = await hold(page, "**/api/auth/sign-out");
  await signOut.click();
  await leaving.getByRole("button", { name: "取消" }).click();
  await expect(leaving).toHaveCount(0);
  await release();
  // Closing the menu takes nothing back.
  const releaseAgain = await hold(page, "**/api/auth/sign-out");
  await page.getByRole("button", { name: "设置" }).click();
  await signOut.click();
  await expect(leaving).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(signOut).toHaveCount(0);
  await expect(leaving).toBeVisible();
  await releaseAgain();
  await expect(page.getByRole("heading", { name: "登录后查看班表" })).toBeVisible();
  expect(await sessionOf(page)).toBeUndefined();
  expect((await page.request.get("/api/roster")).status()).toBe(401);
});

test("a viewer gets no emails, no downloads and no subscriptions", async ({ page }) => {
  await page.goto("/?lang=zh");
  await signInAs(page, "赵磊");
  await expect(page.locator("[data-agent-id]").first()).toBeVisible({ timeout: 15_000 });
  expect(await (await page.request.get("/api/roster")).text()).not.toContain("@");
  expect((await page.request.get("/api/export/csv")).status()).toBe(403);
  expect((await page.request.get("/api/feeds")).status()).toBe(403);
  expect((await page.request.get("/api/metrics")).status()).toBe(403);
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("link", { name: /CSV/ })).toHaveCount(0);
});

test("somebody of another tenant is not let in, and is not told why", async ({ page, product }) => {
  // Even with an email that the list allows.
  const guest = {
    openId: "ou_guest",
    name: "Guest",
    tenantKey: "another",
    companyEmail: "guest@chenxing.example",
  };
  product.feishu.control.setVisitors([guest]);
  await page.goto("/?lang=zh");
  await signInAs(page, "Guest");
  await expect(page.getByRole("alert").filter({ hasText: "没能登录" })).toBeVisible();
  expect(await sessionOf(page)).toBeUndefined();
  await expect(page.getByText(/tenant|租户/)).toHaveCount(0);
});

test("a domain must be the whole domain, and refusing at Feishu leads back", async ({ page, product }) => {
  const person = { openId: "ou_x", name: "Near", tenantKey: SAMPLE_TENANT };
  product.feishu.control.setVisitors([{ ...person, companyEmail: "near@evil-chenxing.example" }]);
  await page.goto("/?lang=zh");
  await signInAs(page, "Near");
  await expect(page.getByRole("alert").filter({ hasText: "没能登录" })).toBeVisible();
  await signInAs(page, "Refuse");
  await expect(page.getByRole("alert").filter({ hasText: "没能登录" })).toBeVisible();
  expect(await sessionOf(page)).toBeUndefined();
});

test("an answer is good in the browser that set out, and once", async ({ page, product, browser }) => {
  await page.goto("/sign-in?lang=zh");
  const callbacks: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/callback")) callbacks.push(request.url());
  });
  await signInAs(page, "林静");
  await expect(page).toHaveURL(`${product.url}/`);
  const [callback = ""] = callbacks;
  expect(callback).toContain("code=");

  const again = await page.request.get(callback, { maxRedirects: 0 });
  expect(again.headers().location).toContain("/sign-in?failed=1");
  expect(again.headers()["set-cookie"] ?? "").not.toMatch(/rota-session=[^;]/);

  const stranger = await browser.newContext();
  const start = await stranger.request.get(`${product.url}/api/auth/feishu/start`, { maxRedirects: 0 });
  const state = new URL(start.headers().location ?? "").searchParams.get("state");
  const stolen = new URL(callback);
  stolen.searchParams.set("state", state ?? "");
  // The code was asked for by another attempt: its verifier does not fit.
  const mixed = await stranger.request.get(stolen.href, { maxRedirects: 0 });
  expect(mixed.headers().location).toContain("/sign-in?failed=1");
  expect(mixed.headers()["set-cookie"] ?? "").not.toMatch(/rota-session=[^;]/);
  await stranger.close();
});

test("next leads nowhere else, whatever Host says", async ({ request, product }) => {
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"]) {
    const start = await request.get(`/api/auth/feishu/start?next=${encodeURIComponent(next)}`, {
      maxRedirects: 0,
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    const authorize = new URL(start.headers().location ?? "");
    expect(authorize.origin).toBe(product.feishu.url);
    expect(authorize.searchParams.get("redirect_uri")).toBe(`${product.url}/api/auth/feishu/callback`);
    expect(authorize.searchParams.get("code_challenge_method")).toBe("S256");
    authorize.searchParams.set("visitor", "ou_lin");
    const back = await request.get(authorize.href, { maxRedirects: 0 });
    const done = await request.get(back.headers().location ?? "", { maxRedirects: 0 });
    expect(done.headers().location).toBe(`${product.url}/`);
  }
});

test("another provider's callback, and a foreign page's sign-out, are refused", async ({ request }) => {
  expect((await request.get("/api/auth/oidc/start")).status()).toBe(404);
  expect((await request.get("/api/auth/oidc/callback?code=a&state=b")).status()).toBe(404);
  const headers = { origin: "https://evil.example" };
  expect((await request.post("/api/auth/sign-out", { headers })).status()).toBe(403);
  expect((await request.post("/api/auth/sign-out")).status()).toBe(401);
});
