import type { Page } from "@playwright/test";
import { type Portal, startPortal } from "./fixtures/portal.ts";
import { expect, expectRoster, frameOf, test } from "./fixtures/portal-test.ts";

/** Who may frame the product, and whose messages it takes. A frame that the browser refuses is its own error page. */

test.use({ allowedErrors: [/frame-ancestors|X-Frame-Options|ERR_BLOCKED_BY_RESPONSE|status of 404/i] });

/** Nothing of ours is in the page's frames, however long one looks at a page that has loaded. */
async function expectNothing(page: Page, productUrl: string): Promise<void> {
  await page.waitForLoadState("load");
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) {
    expect(frame.url().startsWith(productUrl)).toBe(false);
    await expect(frame.locator("[data-agent-id]")).toHaveCount(0);
  }
}

const refusalOn = (page: Page) =>
  page.waitForEvent("console", (message) => /frame-ancestors|X-Frame-Options/i.test(message.text()));

test.describe("a portal that is not listed", () => {
  let stranger: Portal;
  test.beforeAll(async ({ product }) => {
    stranger = await startPortal();
    stranger.meet(product);
  });
  test.afterAll(() => stranger.close());

  test("sees nothing, also with a good token", async ({ page, portal, product }) => {
    const refused = refusalOn(page);
    await page.goto(stranger.pageWith({ by: "bare", token: portal.sign() }));
    await refused;
    await expectNothing(page, product.url);
  });

  test("sees nothing through a listed portal in a frame of its own", async ({ page, portal, product }) => {
    const refused = refusalOn(page);
    await page.goto(stranger.origin);
    await page.setContent(`<iframe src="${portal.pageWith({ by: "bare" })}"></iframe>`);
    await refused;
    const [, , inner] = page.frames();
    expect(inner?.url().startsWith(product.url)).toBe(false);
  });
});

for (const path of ["/", "/coverage", "/now", "/agents/x", "/wall", "/status"]) {
  test(`${path} is framed by nobody, a listed portal included`, async ({ page, portal, product }) => {
    const refused = refusalOn(page);
    await page.goto(portal.origin);
    await page.setContent(`<iframe src="${product.url}${path}"></iframe>`);
    await refused;
    await expectNothing(page, product.url);
  });
}

test("a sibling frame's messages are ignored, although it is of the portal's origin", async ({
  page,
  portal,
}) => {
  await page.goto(portal.pageWith({ by: "mount", params: "lang=en&theme=light" }));
  await expectRoster(page);
  const sent = await page.evaluate(async () => {
    const sibling = document.createElement("iframe");
    sibling.srcdoc = "";
    document.body.append(sibling);
    await new Promise((done) => sibling.addEventListener("load", done, { once: true }));
    const script = sibling.contentDocument?.createElement("script");
    if (script === undefined) return false;
    script.textContent = `parent.frames[0].postMessage({ ns: "helpdesk-rota", v: 1, type: "set", theme: "dark" }, "*")`;
    sibling.contentDocument?.body.append(script);
    return true;
  });
  expect(sent).toBe(true);
  // What the portal itself says afterwards is taken, so the sibling's message has come and gone by then.
  await page.evaluate("rota.set({ lang: 'zh' })");
  await expect(frameOf(page).locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(frameOf(page).locator("html")).toHaveAttribute("data-theme", "light");
});

test("no message of the frame holds a name", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "mount", params: "lang=en" }));
  await expectRoster(page);
  await expect.poll(() => page.evaluate("heard.some(({ type }) => type === 'resize')")).toBe(true);
  const messages: unknown = await page.evaluate("heard");
  const said = JSON.stringify(messages);
  const names = await frameOf(page).locator("[role=rowheader] bdi:first-of-type").allTextContents();
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => said.includes(name))).toEqual([]);
});
