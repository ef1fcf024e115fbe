import type { Page } from "@playwright/test";
import { addressOf, boxOf, dayOf, expectDays, gridOf, openBoard } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** Which week, in which zone, and where the present stands in it. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("back, forward and today lead from week to week", async ({ page }) => {
  await openBoard(page);
  await expect(title(page)).toContainText("11月16日 – 22日");
  await expect(title(page)).toContainText("2026 年第 47 周");

  await page.getByRole("button", { name: "下一周" }).click();
  await expect(title(page)).toContainText("11月23日 – 29日");
  expect(addressOf(page, "week")).toBe("2026-11-23");
  await expect(dayOf(page, "李娜", 0)).toHaveAccessibleName("11月23日 周一：09:00–18:00");

  await page.getByRole("button", { name: "本周" }).click();
  await expect(title(page)).toContainText("11月16日 – 22日");
  expect(addressOf(page, "week")).toBeNull();

  await page.getByRole("button", { name: "上一周" }).click();
  await expect(title(page)).toContainText("11月9日 – 15日");
});

test("the brackets do the same", async ({ page }) => {
  await openBoard(page);
  await page.keyboard.press("]");
  await page.keyboard.press("]");
  await expect(title(page)).toContainText("11月30日 – 12月6日");
  await page.keyboard.press("[");
  await expect(title(page)).toContainText("11月23日 – 29日");
  await page.goBack();
  await expect(title(page)).toContainText("11月30日 – 12月6日");
});

test("any date leads to its week, also across the year", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: /跳到某一周/ }).click();
  await page.getByLabel("那一周的任意一天").fill("2027-01-02");
  await page.getByRole("button", { name: "前往" }).click();
  await expect(title(page)).toContainText("2026年12月28日 – 2027年1月3日");
  expect(addressOf(page, "week")).toBe("2026-12-28");
  await expect(dayOf(page, "李娜", 4)).toHaveAccessibleName("1月1日 周五：09:00–18:00");
});

test("a week may begin on Sunday, and the viewer's choice is kept", async ({ page }) => {
  await openBoard(page, "?start=sun");
  await expect(page.getByRole("columnheader").nth(1)).toHaveAccessibleName("11月15日 周日");
  await expect(dayOf(page, "Emily Carter", 0)).toHaveAccessibleName("11月15日 周日：22:00–24:00，次日继续");
  await expect(dayOf(page, "Emily Carter", 1)).toHaveAccessibleName(
    "11月16日 周一：00:00–06:00、22:00–24:00，次日继续",
  );
  await expect(dayOf(page, "Emily Carter", 6)).toHaveAccessibleName("11月21日 周六：未排班");
});

test("the present stands as a line with its time, in this week alone", async ({ page, product }) => {
  await openBoard(page);
  const flag = gridOf(page).getByText(/^17:[2-5]\d$/);
  await expect(flag).toBeVisible();
  const today = await boxOf(page.getByRole("columnheader", { name: "11月19日 周四, 今天" }));
  const line = await boxOf(flag);
  const shanghai = new Date(Date.now() + product.offsetMs + 8 * 3_600_000);
  const share = (shanghai.getUTCHours() * 60 + shanghai.getUTCMinutes()) / 1440;
  expect(Math.abs(line.x + line.width / 2 - (today.x + share * today.width))).toBeLessThanOrEqual(3);

  await page.getByRole("button", { name: "下一周" }).click();
  await expect(title(page)).toContainText("11月23日");
  await expect(flag).toBeHidden();
  await expect(gridOf(page).locator("[aria-current=date]")).toHaveCount(0);
});

test("the line moves on by itself", async ({ page }) => {
  // A reading of twenty minutes later, whose next is a day away: with it the page has only its own sense of time.
  await page.route("**/api/roster?*", async (route) => {
    const response = await route.fetch();
    const served = Date.parse(response.headers()["rota-served-at"] ?? "") + 20 * MINUTE_MS;
    const [now, next] = [served, served + DAY_MS].map((at) => new Date(at).toISOString());
    const clock = {
      "rota-served-at": now ?? "",
      "rota-fetched-at": now ?? "",
      "rota-next-read-at": next ?? "",
    };
    await route.fulfill({ response, headers: { ...response.headers(), ...clock } });
  });
  await page.clock.install();
  await openBoard(page);
  const flag = gridOf(page).getByText(/^17:[2-5]\d$/);
  const minute = async () => Number((await flag.textContent())?.slice(3));
  // The page's own reading is due again in ten seconds.
  const first = await minute();
  await page.clock.runFor("00:00:15");
  await expect.poll(minute).toBeGreaterThanOrEqual(first + 19);
  const before = await minute();
  await page.clock.runFor("00:03:00");
  await expect.poll(minute).toBeGreaterThanOrEqual(before + 3);
});

test("another zone lays out the same instants on its own days", async ({ page }) => {
  await openBoard(page, "?lang=en");
  await page.getByRole("button", { name: "Time zone: Shanghai UTC+8" }).click();
  await page.getByRole("combobox", { name: "Search a city or zone" }).fill("new york");
  await page.getByRole("option", { name: /New York UTC−5/ }).click();
  expect(addressOf(page, "zone")).toBe("America/New_York");
  // 09:00–18:00 in Shanghai is 20:00–05:00 there, from Sunday evening on.
  await expectDays(page, "李娜", [
    "Mon 16 Nov: 00:00–05:00, 20:00–24:00, continues",
    "Tue 17 Nov: 00:00–05:00, 20:00–24:00, continues",
    "Wed 18 Nov: 00:00–05:00, 20:00–24:00, continues",
    "Thu 19 Nov: 00:00–05:00, 20:00–24:00, continues",
    "Fri 20 Nov: 00:00–05:00",
    "Sat 21 Nov: no hours",
    "Sun 22 Nov: 20:00–24:00, continues",
  ]);
  await expect(page.getByRole("button", { name: "Time zone: New York UTC−5 (for reference)" })).toBeVisible();
  await expect(gridOf(page).getByText(/^04:[2-5]\d$/)).toBeVisible();
});

test("the zone is named in the foot too", async ({ page }) => {
  await openBoard(page, "?zone=Asia/Kathmandu");
  await expect(page.getByText("班表为每周循环模板；全部时间按加德满都 UTC+5:45")).toBeVisible();
});
