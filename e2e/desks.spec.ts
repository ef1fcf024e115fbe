import { startSampleDesk } from "#lib/sample-desk/server.ts";
import { waitForBoard } from "./fixtures/board.ts";
import { hold } from "./fixtures/hold.ts";
import { startProduct } from "./fixtures/product.ts";
import { expect, test } from "./fixtures/test.ts";

/** Several desks, or none of one's own. Each test runs a product by itself, since the settings differ. */

/** A product of two desks: `it` with 5 agents in Shanghai, `hr` with 8 in Berlin. */
async function startTwoDesks() {
  const desks = [
    { helpdeskId: "7001", helpdeskToken: "one", size: 5 },
    { helpdeskId: "7002", helpdeskToken: "two", size: 8, seed: 3 },
  ];
  const feishu = await startSampleDesk({ desks });
  const settings = {
    FEISHU_BASE_URL: feishu.url,
    FEISHU_HELPDESK_ID: "",
    FEISHU_HELPDESK_TOKEN: "",
    HELPDESK_NAME: "",
    FEISHU_HELPDESKS: JSON.stringify([
      { key: "it", name: "IT 服务台", id: "7001", token: "one" },
      { key: "hr", name: "HR 服务台", id: "7002", token: "two", timeZone: "Europe/Berlin" },
    ]),
  };
  const product = await startProduct({ settings });
  return {
    product,
    feishu,
    close: async () => {
      await product.close();
      await feishu.close();
    },
  };
}

test("with several desks one can be chosen, and the address keeps it", async ({ page }) => {
  const { product, close } = await startTwoDesks();
  try {
    await page.goto(`${product.url}/?skill=skill-english&q=`);
    await expect(page.getByRole("grid", { name: /^IT 服务台/ })).toBeVisible({ timeout: 15_000 });
    await page.getByRole("combobox", { name: "服务台" }).selectOption("HR 服务台");
    await expect(page.getByRole("grid", { name: /^HR 服务台/ })).toBeVisible();
    await expect(page.locator("[data-agent-id]")).toHaveCount(8);
    await expect(page.getByRole("button", { name: "时区：柏林 UTC+1" })).toBeVisible();
    // The other desk's skills are not this one's.
    await expect(page).toHaveURL(/\/\?q=&desk=hr$/);
    await page.reload();
    await expect(page.getByRole("grid", { name: /^HR 服务台/ })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("grid", { name: /^IT 服务台/ })).toBeVisible();
  } finally {
    // It would go on asking a product that is gone.
    await page.close();
    await close();
  }
});

test("another desk that is long in coming shows nobody of the first, and Back leaves it", async ({
  page,
}) => {
  const { product, close } = await startTwoDesks();
  try {
    await page.goto(`${product.url}/?desk=it`);
    await waitForBoard(page);
    const release = await hold(page, "**/api/roster?desk=hr*");
    await page.getByRole("combobox", { name: "服务台" }).selectOption("HR 服务台");
    await expect(page.locator("[aria-busy=true]").getByRole("status")).toHaveText("正在从飞书读取客服");
    await expect(page.locator("[data-agent-id]")).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole("grid", { name: /^IT 服务台/ })).toBeVisible();
    await release();
  } finally {
    await page.close();
    await close();
  }
});

test("no map of one desk stands under the name of another", async ({ page }) => {
  const { product, close } = await startTwoDesks();
  try {
    await page.goto(`${product.url}/coverage?desk=it`);
    const choice = page.getByRole("combobox", { name: "服务台" });
    await expect(page.getByRole("grid", { name: /^IT 服务台/ })).toBeVisible({ timeout: 15_000 });
    await choice.selectOption("HR 服务台");
    await expect(page.getByRole("grid", { name: /^HR 服务台/ })).toBeVisible();
    // Both have been read now. After every change of the document, before anything of it is painted:
    await page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seenTogether: seen });
      new MutationObserver(() => {
        const chosen = document.querySelector("header select")?.querySelector("option:checked")?.textContent;
        const map = document.querySelector("#main [role=grid]")?.getAttribute("aria-label");
        if (map) seen.add(`${chosen} ${map.slice(0, 2)}`);
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await choice.selectOption("IT 服务台");
    await expect(page.getByRole("grid", { name: /^IT 服务台/ })).toBeVisible();
    const seen = await page.evaluate(() => [...Object(window).seenTogether]);
    expect(seen).toEqual(["IT 服务台 IT"]);
  } finally {
    await page.close();
    await close();
  }
});

test("/now tells of every desk, each for itself, and leads from one to the other", async ({ page }) => {
  const { product, feishu, close } = await startTwoDesks();
  const day = [{ weekday: 9, start_time: "00:00", end_time: "24:00" }];
  const record = (id: string, status: number, schedule: readonly object[] = day) => ({
    status,
    agent: { id, name: id },
    schedule,
  });
  feishu.control.setRecords("present", [record("ann", 1), record("boris", 2), record("cy", 1, [])], "7001");
  feishu.control.setRecords("present", [record("di", 1), record("ed", 1)], "7002");
  try {
    await page.goto(`${product.url}/now?lang=en&desk=it`);
    const all = page.getByRole("region", { name: "All helpdesks" });
    const row = (desk: string) => all.getByRole("row").filter({ hasText: desk });
    const cells = (desk: string) => row(desk).getByRole("cell");
    // On shift, online of them, on shift but offline, online off shift, the next drop.
    await expect(cells("IT 服务台")).toHaveText(["2", "1", "1", "1", /^No drop/], { timeout: 30_000 });
    await expect(cells("HR 服务台")).toHaveText(["2", "2", "0", "0", /^No drop/]);
    await expect(row("IT 服务台")).toHaveAttribute("aria-current", "true");
    await row("HR 服务台").getByRole("link").click();
    await expect(page).toHaveURL(/\/now\?lang=en&desk=hr$/);
    await expect(row("HR 服务台")).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("region", { name: "Needs attention" })).not.toContainText("boris");
  } finally {
    // It would go on asking a product that is gone.
    await page.close();
    await close();
  }
});

test("without any setting the sample desk is shown, and every page says so", async ({ page }) => {
  const none = ["APP_ID", "APP_SECRET", "HELPDESK_ID", "HELPDESK_TOKEN", "BASE_URL", "ACCOUNTS_URL"].map(
    (name) => [`FEISHU_${name}`, ""],
  );
  const product = await startProduct({
    settings: { ...Object.fromEntries(none), HELPDESK_NAME: "", AUTH_MODE: "" },
  });
  try {
    await page.goto(product.url);
    const banner = page.getByRole("region", { name: "正在显示演示数据" });
    await expect(banner).toContainText(/\d+ 名虚构客服；填写服务台 ID 与 token 后显示真实数据/, {
      timeout: 15_000,
    });
    await waitForBoard(page);
    await page.locator("[data-agent-id] [role=rowheader]").first().click();
    await expect(page).toHaveURL(/\/agents\/ou_/);
    await expect(banner).toBeVisible();
    await page.goto(`${product.url}/?lang=en`);
    await expect(page.getByRole("region", { name: "You are looking at demo data." })).toBeVisible();
  } finally {
    await page.close();
    await product.close();
  }
});

test("with a desk of one's own nothing is said of demo data", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("grid")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("演示数据")).toHaveCount(0);
});
