import { expect, expectRoster, frameOf, test } from "./fixtures/portal-test.ts";

/** A frame's session from its first token to its end, by the clocks of a browser that the test moves. */

/** A portal that fails; a token that has been used, as after a reload. */
test.use({ allowedErrors: [/status of (503|401)/] });

test("is renewed past its time, and ends when the portal no longer answers", async ({
  page,
  portal,
  product,
}) => {
  await page.clock.install({ time: Date.now() + product.offsetMs });
  const renewed = () => page.waitForResponse((response) => response.url().endsWith("/api/embed/session"));
  await page.goto(portal.pageWith({ params: "lang=en" }));
  await expectRoster(page);
  const frame = frameOf(page);
  const before = portal.asked();

  for (const times of [1, 2]) {
    const renewal = renewed();
    await page.clock.fastForward("12:01");
    expect((await renewal).status()).toBe(200);
    expect(portal.asked()).toBe(before + times);
    await expectRoster(page);
  }

  portal.giveToken = () => null;
  await page.clock.fastForward("12:01");
  await expect.poll(portal.asked).toBe(before + 3);
  await expectRoster(page);
  await page.clock.fastForward("00:31");
  await expect(frame.getByRole("region", { name: "Access is being renewed" })).toBeVisible();
  await expectRoster(page);

  const name =
    (await frame.locator("[role=rowheader]").last().getAttribute("aria-label"))?.split(",")[0] ?? "";
  expect(name).not.toBe("");
  await page.clock.fastForward("03:00");
  await expect(frame.getByRole("heading", { name: "Access has ended" })).toBeVisible();
  await expect(frame.locator("[data-agent-id]")).toHaveCount(0);
  await expect(frame.locator("body")).not.toContainText(name);

  portal.giveToken = undefined;
  await page.clock.fastForward("01:01");
  await expectRoster(page);
});

test("a portal that was late is asked again, and the notice goes", async ({ page, portal, product }) => {
  await page.clock.install({ time: Date.now() + product.offsetMs });
  await page.goto(portal.pageWith({ params: "lang=en" }));
  await expectRoster(page);
  const late = frameOf(page).getByRole("region", { name: "Access is being renewed" });
  portal.giveToken = () => null;
  await page.clock.fastForward("12:01");
  await page.clock.fastForward("00:31");
  await expect(late).toBeVisible();
  portal.giveToken = undefined;
  // The network came back: nobody waits for the next turn.
  await page.clock.fastForward("00:02");
  const [, inner] = page.frames();
  await inner?.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(late).toBeHidden();
  await expectRoster(page);
});

test("after a reload the cookie is enough", async ({ page, portal }) => {
  await page.goto(portal.pageWith({ by: "bare", token: portal.sign() }));
  await expectRoster(page);
  const site = page.waitForResponse((response) => response.url().endsWith("/api/embed/site"));
  await page.reload();
  await expectRoster(page);
  const { expiresIn } = await (await site).json();
  expect(expiresIn).toBeGreaterThan(600);
});
