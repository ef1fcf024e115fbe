import type { Page } from "@playwright/test";
import { codeFault } from "#lib/sample-desk/fault-presets.ts";
import { headerOf, openBoard, rowOf } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";
import { FORMER, memberWith, TEAM } from "./fixtures/team.ts";

/** How old the data is, and what becomes of the board when Feishu does not answer: never empty, never silent. */

/** Rounds are 10 s apart, and after a failure at most as much again. */
const TWO_ROUNDS = { timeout: 25_000 };

const SERVER_FAULT = codeFault(155000);

const downBanner = (page: Page) => page.getByRole("region", { name: /^飞书无响应/ });

test("a change at Feishu comes to the board by itself", async ({ page, product }) => {
  await openBoard(page);
  await expect(headerOf(page, "李娜")).toHaveAccessibleName(/离线（手动）/);
  product.feishu.control.setRecords("present", [
    memberWith("li.na", { status: 1 }),
    ...TEAM.filter(({ agent }) => agent.id !== "li.na"),
  ]);
  await expect(headerOf(page, "李娜")).toHaveAccessibleName("李娜, 在线, 技术支持", TWO_ROUNDS);
  await expect(page.getByRole("button", { name: "在线 5" })).toBeVisible();
});

test("while Feishu fails the last roster stays, says its age, and recovers by itself", async ({
  page,
  product,
}) => {
  await openBoard(page);
  product.feishu.control.failAlways(SERVER_FAULT);
  await expect(downBanner(page)).toBeVisible(TWO_ROUNDS);
  await expect(downBanner(page)).toContainText("飞书返回错误");
  await expect(downBanner(page)).toContainText(/上次成功 17:\d\d，\d+ 秒后重试/);

  // The rows stay, and look old: no present is claimed.
  await expect(page.locator("[data-agent-id]")).toHaveCount(TEAM.length);
  await expect(page.locator("[data-roster-scroller]")).toHaveAttribute("data-aged", "");
  await expect(rowOf(page, "张伟").locator("[data-tone=online]")).toHaveCount(0);
  await expect(page.getByRole("grid").getByText(/^17:\d\d$/)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "异常" })).toHaveCount(0);

  product.feishu.control.clearFaults();
  await expect(downBanner(page)).toHaveCount(0, TWO_ROUNDS);
  await expect(page.locator("[data-roster-scroller]")).not.toHaveAttribute("data-aged");
  await expect(rowOf(page, "张伟").locator("[data-tone=online]")).toHaveCount(1);
});

test("Try now asks Feishu at once", async ({ page, product }) => {
  await openBoard(page);
  product.feishu.control.failAlways(SERVER_FAULT);
  await expect(downBanner(page)).toBeVisible(TWO_ROUNDS);
  product.feishu.control.clearFaults();
  const asked = page.waitForRequest((request) => request.method() === "POST");
  await downBanner(page).getByRole("button", { name: "立即重试" }).click();
  expect(new URL((await asked).url()).pathname).toBe("/api/refresh");
  await expect(downBanner(page)).toHaveCount(0, TWO_ROUNDS);
});

test("the age of the data is always in sight, and counts on", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const age = page.getByRole("button", { name: /^Updated .* ago|^Updated just now/ });
  await expect(age).toBeVisible();
  const said = await age.textContent();
  await expect(age).not.toHaveText(said ?? "");
});

test("where only the removed cannot be read, the rest is fresh and the gap is named", async ({
  page,
  product,
}) => {
  const { control } = product.feishu;
  control.failAlways(SERVER_FAULT, { targets: ["removed"] });
  // Somebody leaves, so that the second list is asked for in the same round.
  control.setRecords("present", TEAM.slice(1));
  await openBoard(page);
  await expect(page.getByRole("region", { name: "未能读取已移除的客服。" })).toBeVisible(TWO_ROUNDS);
  await expect(downBanner(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "已移除 1" })).toBeVisible();
});

test("what could not be read is counted, not dropped in silence", async ({ page, product }) => {
  const odd = {
    ...memberWith("zhang.wei", {}),
    schedule: [{ weekday: 8, start_time: "09:00", end_time: "18:00" }],
  };
  const nobody = { status: 1, agent: { name: "No id" }, schedule: [], agent_skills: [] };
  product.feishu.control.setRecords("present", [...TEAM.slice(2), odd, nobody, 42]);
  product.feishu.control.setRecords("removed", FORMER);
  await openBoard(page, "?lang=en");
  const banner = page.getByRole("region", { name: "3 records could not be read." });
  await expect(banner).toContainText("2 agents, 1 rule", TWO_ROUNDS);
  await expect(banner.getByRole("link", { name: "Details" })).toHaveAttribute("href", "/status?lang=en");
  await expect(rowOf(page, "张伟").locator("[data-block]")).toHaveCount(0);
});
