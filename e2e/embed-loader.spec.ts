import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { startPortal } from "./fixtures/portal.ts";
import { expect, test } from "./fixtures/portal-test.ts";

/** The portal's loader as a file, and the check that a portal's developer puts beside it. */

const PUBLIC = join(import.meta.dirname, "../public");

test.use({ allowedErrors: [/frame-ancestors|status of 401/] });

test("the loader is less than 4 KB, stands alone, and may be run by foreign pages for an hour", async ({
  product,
}) => {
  expect(statSync(join(PUBLIC, "embed.js")).size).toBeLessThan(4_096);
  expect(readFileSync(join(PUBLIC, "embed.js"), "utf8")).not.toMatch(/\bimport\b|innerHTML|"\*"/);
  const answer = await fetch(`${product.url}/embed.js`);
  expect(answer.headers.get("content-type")).toContain("javascript");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

test("a frame that is removed before its token came stays away", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "mount" }));
  // As a page does that draws everything twice: React's strict mode is one.
  const left = await page.evaluate<number>(`(async () => {
    const place = document.body.appendChild(document.createElement("div"));
    const { promise, resolve } = Promise.withResolvers();
    HelpdeskRota.mount(place, { getToken: () => promise }).remove();
    const kept = HelpdeskRota.mount(place, { getToken: () => promise });
    resolve("a.b.c");
    while (!kept.frame.isConnected) await new Promise((next) => setTimeout(next));
    return place.childElementCount;
  })()`);
  expect(left).toBe(1);
});

test("the check finds nothing to say against a sound portal", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "check" }));
  const lines = page.locator("#rota-check li");
  await expect(lines.filter({ hasText: "may frame the product" })).toHaveCount(1, { timeout: 15_000 });
  await expect(lines.filter({ hasText: "the token is well formed" })).toHaveCount(1);
  await expect(lines.filter({ hasText: "the check is done" })).toHaveCount(1);
  await expect(page.locator("#rota-check [data-kind=bad]")).toHaveCount(0);
});

test("the check says what is wrong with a token", async ({ page, portal }) => {
  portal.giveToken = () => portal.sign({ aud: "https://elsewhere.example", exp: 4_000_000_000, sub: "" });
  await page.goto(portal.pageWith({ by: "check" }));
  const faults = page.locator("#rota-check [data-kind=bad]");
  await expect(faults.filter({ hasText: "aud must be APP_URL" })).toHaveCount(1);
  await expect(faults.filter({ hasText: "300 are allowed" })).toHaveCount(1);
  await expect(faults.filter({ hasText: "must be filled text: sub" })).toHaveCount(1);
});

test("the check names the origin that is not listed", async ({ page, product }) => {
  const stranger = await startPortal();
  stranger.meet(product);
  try {
    await page.goto(stranger.pageWith({ by: "check" }));
    await expect(page.locator("#rota-check [data-kind=bad]")).toContainText(
      `EMBED_ORIGINS must list ${stranger.origin}`,
      { timeout: 20_000 },
    );
  } finally {
    await stranger.close();
  }
});
