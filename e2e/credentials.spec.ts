import { expect, test } from "./fixtures/test.ts";

/** A secret that is wrong from the start: nothing can be shown, and who can mend it is told what to look at. */

test.use({ productOptions: { settings: { FEISHU_APP_SECRET: "not-the-secret" } }, allowedErrors: [/503/] });

test("/status names the setting, before there has ever been a roster", async ({ page, product }) => {
  expect((await page.request.get("/api/roster")).status()).toBe(503);
  await page.goto("/status?lang=en");
  await expect(page.getByText("Look at FEISHU_APP_SECRET")).toBeVisible();
  await expect(page.getByText("Who reads Feishu")).toBeVisible();
  await page.goto("/status");
  await expect(page.getByText("请检查 FEISHU_APP_SECRET")).toBeVisible();
  // Nor is Feishu pressed by it: the secret is asked about every half minute, whoever looks.
  const asked = product.feishu.control.journal().filter(({ target }) => target === "token");
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(await page.content()).not.toContain("not-the-secret");
});
