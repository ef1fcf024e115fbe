import { expect, expectRoster, frameOf, test } from "./fixtures/portal-test.ts";

/** A product that lets nobody in without a proof, in a portal's frame of the same site (127.0.0.1). */

test.use({
  portalHost: "127.0.0.1",
  accessSettings: {
    AUTH_MODE: "proxy",
    PROXY_USER_HEADER: "X-Viewer",
    PROXY_SECRET_HEADER: "X-Proxy-Secret",
    PROXY_SECRET: "a-secret-of-the-proxy-0123456789",
  },
  allowedErrors: [/status of (401|503)/],
});

test("without a proof the frame waits for its portal, with a notice and no way to sign in", async ({
  page,
  portal,
}) => {
  portal.giveToken = () => null;
  await page.goto(portal.pageWith({ params: "lang=en" }));
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { name: "Waiting for the portal" })).toBeVisible({
    timeout: 15_000,
  });
  await expect(frame.getByRole("link")).toHaveCount(0);
  await expect(frame.locator("form")).toHaveCount(0);
  portal.giveToken = undefined;
  await expectRoster(page);
});

test("a token narrows the frame to what it names", async ({ page, portal }) => {
  const token = portal.sign({ departments: ["技术支持"] });
  await page.goto(portal.pageWith({ by: "bare", params: "lang=en&group=department", token }));
  await expectRoster(page);
  await expect(frameOf(page).getByText("技术支持").first()).toBeVisible();
  await expect(frameOf(page).getByText("账单财务")).toHaveCount(0);
});

test("a viewer's own session opens the frame without a token, where the browser sends it", async ({
  page,
  portal,
}) => {
  await page.route(/\/api\//, (route) =>
    route.continue({
      headers: {
        ...route.request().headers(),
        "x-viewer": "jia.wen",
        "x-proxy-secret": "a-secret-of-the-proxy-0123456789",
      },
    }),
  );
  const before = portal.asked();
  await page.goto(portal.pageWith({ by: "bare" }));
  await expectRoster(page);
  expect(portal.asked()).toBe(before);
});

test("a refused token is said in the frame, in the viewer's language", async ({ page, portal }) => {
  portal.giveToken = () => portal.sign({ aud: "https://elsewhere.example" });
  await page.goto(portal.pageWith({ params: "lang=zh" }));
  await expect(frameOf(page).getByRole("heading", { name: "门户的凭证未被接受" })).toBeVisible({
    timeout: 15_000,
  });
});

test("a frame asks for nothing but its page, its data and the files they are made of", async ({
  page,
  product,
  portal,
}) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === product.url && !/^\/(embed(\.js)?$|api\/|_next\/|icon\.svg$)/.test(pathname))
      elsewhere.push(pathname);
  });
  for (const view of ["now", "coverage"]) {
    await page.goto(portal.pageWith({ params: `lang=en&view=${view}` }));
    const link = frameOf(page).locator('a[href*="/agents/"], a[href*="exception="]').last();
    // What comes into view, or under the pointer, is what a router fetches ahead.
    await link.scrollIntoViewIfNeeded({ timeout: 15_000 });
    await link.hover();
    await page.waitForLoadState("networkidle");
  }
  // The pages of the product may not be framed, and the frame's access does not reach them.
  expect(elsewhere).toEqual([]);
});
