import { once } from "node:events";
import { createServer } from "node:http";
import { expect, expectRoster, test } from "./fixtures/portal-test.ts";

/** A browser that blocks third-party cookies, and keeps ours; and one that keeps none at all. */

const PHASEOUT = "--test-third-party-cookie-phaseout";
const CREDENTIALS = /\/api\/roster/;

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), PHASEOUT] }),
});

test("third-party cookies are blocked, and the frame works", async ({ page, portal }) => {
  const other = createServer((request, response) => {
    const hasCookie = (request.headers.cookie ?? "").includes("plain=1");
    response.writeHead(200, {
      "Content-Type": "text/html",
      "Set-Cookie": "plain=1; Secure; SameSite=None; Path=/",
    });
    response.end(`<p>${hasCookie ? "came back" : "did not come back"}</p>`);
  });
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? address?.port : "";
  try {
    await page.goto(portal.origin);
    for (const turn of [1, 2]) {
      await page.setContent(`<iframe src="http://127.0.0.1:${port}/?${turn}"></iframe>`);
      await expect(page.frameLocator("iframe").locator("p")).toHaveText("did not come back");
    }
  } finally {
    other.closeAllConnections();
    other.close();
  }
  await page.goto(portal.pageWith({ params: "lang=en" }));
  await expectRoster(page);
});

test("with no cookie kept at all the frame shows a bearer from memory, and keeps it nowhere", async ({
  page,
  portal,
}) => {
  await page.route("**/api/embed/session", async (route) => {
    const response = await route.fetch();
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  const read = page.waitForRequest(CREDENTIALS);
  await page.goto(portal.pageWith({ params: "lang=en" }));
  await expectRoster(page);
  const headers = await (await read).allHeaders();
  expect(headers.authorization).toMatch(/^Bearer [\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(headers["rota-embed"]).toBeUndefined();
  const [, frame] = page.frames();
  // Some browsers give such a frame no storage at all.
  const kept = await frame?.evaluate(() => {
    const count = (storage: () => Storage) => {
      try {
        return storage().length;
      } catch {
        return 0;
      }
    };
    return [count(() => localStorage), count(() => sessionStorage), document.cookie];
  });
  expect(kept).toEqual([0, 0, ""]);
});

test("with cookies the frame shows its own, and asks for it to count", async ({ page, portal }) => {
  const read = page.waitForRequest(CREDENTIALS);
  await page.goto(portal.pageWith({ params: "lang=en" }));
  await expectRoster(page);
  const headers = await (await read).allHeaders();
  expect(headers["rota-embed"]).toBe("1");
  expect(headers.cookie).toContain("__Host-rota-embed=");
  expect(headers.authorization).toBeUndefined();
});
