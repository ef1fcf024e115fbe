import type { Page } from "@playwright/test";
import { findFreePort } from "#lib/store/testing/free-port.ts";
import { startOidcProvider } from "./fixtures/oidc-provider.ts";
import type { ProductOptions } from "./fixtures/product.ts";
import { test as base, expect } from "./fixtures/test.ts";

/** Sign-in by OpenID Connect, in a browser, against `oidc-provider` over HTTP (product.md, section 7). */

const member = { email: "ada@corp.example", email_verified: true, groups: ["service desk", "cooks"] };
const PEOPLE = {
  ada: { name: "Ada", ...member },
  bob: { name: "Bob", ...member, email: "boss@corp.example", email_verified: false },
  eve: { name: "Eve", ...member, groups: ["cooks"] },
};

const test = base.extend<object, { readonly productOptions: ProductOptions }>({
  productOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const port = await findFreePort();
      const callback = `http://127.0.0.1:${port}/api/auth/oidc/callback`;
      const provider = await startOidcProvider(callback, PEOPLE);
      const settings = {
        AUTH_MODE: "oidc",
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_ALLOW_GROUPS: "service desk",
        ROLE_ADMINS: "ada@corp.example, boss@corp.example",
        SESSION_SECRET: "a-session-secret-of-the-tests-0123456789",
      };
      // The provider's tokens are of the present.
      await use({ port, settings, startsAt: new Date().toISOString() });
      await provider.close();
    },
    { scope: "worker" },
  ],
});

/** Through the provider's own forms. */
async function signInAs(page: Page, id: string): Promise<void> {
  await page.getByRole("link", { name: "使用公司 SSO 登录" }).click();
  await page.locator("input[name=login]").fill(id);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

// The provider's forms ask the open web for a font, and their host for an icon.
test.use({ allowedErrors: [/fonts\.googleapis\.com|favicon\.ico|status of 401/] });

test("an admin by a verified email sees all", async ({ page, product }) => {
  await page.goto("/status?lang=zh");
  await signInAs(page, "ada");
  await expect(page).toHaveURL(`${product.url}/status?lang=zh`);
  await expect(page.getByRole("heading", { name: "数据状态" })).toBeVisible();
  expect(await (await page.request.get("/api/roster")).text()).toContain("@");
});

test("an email that nobody verified gives no role", async ({ page }) => {
  await page.goto("/?lang=zh");
  await signInAs(page, "bob");
  await expect(page.locator("[data-agent-id]").first()).toBeVisible({ timeout: 15_000 });
  expect(await (await page.request.get("/api/roster")).text()).not.toContain("@");
  expect((await page.request.get("/status")).status()).toBe(404);
});

test("who is in no group of the list is not let in", async ({ page }) => {
  await page.goto("/?lang=zh");
  await signInAs(page, "eve");
  await expect(page.getByRole("alert").filter({ hasText: "没能登录" })).toBeVisible();
  expect((await page.request.get("/api/roster")).status()).toBe(401);
});

test("a forged answer without an attempt is refused", async ({ request, product }) => {
  const answer = await request.get(
    "/api/auth/oidc/callback?code=forged&state=forged&iss=https://evil.example",
    {
      maxRedirects: 0,
    },
  );
  expect([answer.status(), answer.headers().location]).toEqual([
    303,
    `${product.url}/sign-in?failed=1&next=%2F`,
  ]);
});
