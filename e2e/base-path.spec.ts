import type { Page } from "@playwright/test";
import { PREFIX, test } from "./fixtures/below.ts";
import { expect } from "./fixtures/test.ts";

/** Behind a portal's proxy that passes the prefix on: nothing forgets it (product.md, section 3). */

test.use({
  productOptions: {
    settings: {
      AUTH_MODE: "feishu",
      SESSION_SECRET: "a-session-secret-of-the-tests-0123456789",
      ROLE_ADMINS: "lin.jing@chenxing.example",
      EMBED_ORIGINS: "https://portal.example",
      EMBED_KEYS: JSON.stringify([{ kid: "a", alg: "HS256", key: "the-portal-and-we-know-this-0123456789" }]),
    },
  },
});

test.afterEach(({ portal }) => {
  expect(portal.strayed.splice(0), "asked for outside the prefix").toEqual([]);
});

async function signIn(page: Page, url: string, path = ""): Promise<void> {
  await page.goto(url + path);
  await page.getByRole("link", { name: "用飞书登录" }).click();
  await page.getByRole("link", { name: "林静" }).click();
}

test("sign-in leads there and back, and its cookies are the prefix's alone", async ({ page, product }) => {
  await signIn(page, product.url, "/coverage?start=sun");
  await expect(page).toHaveURL(`${product.url}/coverage?start=sun`);
  const cookies = await page.context().cookies(product.url);
  expect(cookies.filter(({ name }) => name.startsWith("rota")).map(({ name, path }) => [name, path])).toEqual(
    [["rota-session", PREFIX]],
  );
  expect(await page.context().cookies(new URL(product.url).origin)).toEqual([]);
});

test("every page, its files and its links stay below the prefix", async ({ page, product }) => {
  await signIn(page, product.url);
  await expect(page.getByRole("grid")).toBeVisible();
  for (const path of ["", "/now", "/coverage", "/wall", "/status", "/agents/nobody", "/embed"]) {
    const answer = await page.goto(product.url + path);
    expect(answer?.status(), path).toBe(path === "/agents/nobody" ? 404 : 200);
    await expect(page.locator("body")).not.toBeEmpty();
    const links = await page
      .locator("a[href], link[href], script[src], img[src], form[action]")
      .evaluateAll((all) =>
        all.flatMap((one) => ["href", "src", "action"].map((name) => one.getAttribute(name) ?? "")),
      );
    const forgetful = links.filter(
      (link) => link.startsWith("/") && !`${link.replace(/[?#].*/, "")}/`.startsWith(`${PREFIX}/`),
    );
    expect(forgetful, path).toEqual([]);
  }
});
test.use({ allowedErrors: [/status of 404/] });

test("what one clicks stays below the prefix: an agent, the way back, sign-out", async ({
  page,
  product,
}) => {
  await signIn(page, product.url);
  await page.locator("[data-agent-id] [role=rowheader]").first().click();
  await expect(page).toHaveURL(new RegExp(`^${product.url}/agents/`));
  await page.goBack();
  await expect(page.getByRole("grid")).toBeVisible();
  const csv = await page.request.get(`${product.url}/api/export/csv`);
  expect(csv.status()).toBe(200);
});

test("machines are told addresses with the prefix", async ({ page, product }) => {
  await signIn(page, product.url);
  const described = await (await page.request.get(`${product.url}/api/openapi.json`)).json();
  expect(described.servers).toEqual([{ url: PREFIX }]);
  const made = await page.request.post(`${product.url}/api/feeds`, { data: { department: "IT" } });
  const { agents } = await (await page.request.get(`${product.url}/api/roster`)).json();
  const answer = made.ok()
    ? made
    : await page.request.post(`${product.url}/api/feeds`, { data: { agent: agents[0].id } });
  const { url } = await answer.json();
  expect(url.startsWith(`${product.url}/api/feeds/`)).toBe(true);
  expect((await fetch(url)).status).toBe(200);
  const roster = await fetch(`${product.url}/api/roster`);
  expect([roster.status, roster.headers.get("x-frame-options")]).toEqual([401, "DENY"]);
});

test("the portal's loader lies below the prefix, with the frame's page", async ({ request, product }) => {
  expect((await request.get(`${product.url}/embed.js`)).headers()["cross-origin-resource-policy"]).toBe(
    "cross-origin",
  );
  const frame = await request.get(`${product.url}/embed`);
  expect(frame.headers()["content-security-policy"]).toContain("frame-ancestors https://portal.example");
});

test("redirects keep it, and what the portal holds beside us is not ours", async ({ product, portal }) => {
  const follow = async (path: string) => {
    // Whatever host a request claims to be for.
    const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    const answer = await fetch(portal.origin + path, { headers, redirect: "manual" });
    return [answer.status, answer.headers.get("location")];
  };
  expect(await follow(`${PREFIX}/now`)).toEqual([307, `${PREFIX}/sign-in?next=%2Fnow`]);
  expect(await follow(`${PREFIX}//now/`)).toEqual([308, `${PREFIX}/now`]);
  expect(await follow(`${PREFIX}/sign-in?next=${PREFIX}/now`)).toEqual([200, null]);
  expect(product.url).toBe(portal.origin + PREFIX);
});
