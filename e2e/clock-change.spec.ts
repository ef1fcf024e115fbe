import type { Page } from "@playwright/test";
import { boxOf, dayOf, openBoard, rowOf } from "./fixtures/board.ts";
import { putRecords } from "./fixtures/desk-records.ts";
import { TEAM } from "./fixtures/team.ts";
import { expect, test } from "./fixtures/test.ts";

/** The weeks in which clocks change (product.md, section 2), at a desk in Berlin. */

test.use({ productOptions: { settings: { HELPDESK_TIME_ZONE: "Europe/Berlin" } } });

const SUNDAY = 7;
const [someone] = TEAM;

const sundayOf = (name: string, start_time: string, end_time: string) => ({
  ...someone,
  agent: { ...someone?.agent, id: name, name },
  schedule: [{ weekday: SUNDAY, start_time, end_time }],
});

const PEOPLE = [
  sundayOf("Across", "01:00", "04:00"),
  sundayOf("Inside", "02:15", "02:45"),
  sundayOf("Into", "02:30", "05:00"),
  sundayOf("Twice", "02:00", "03:00"),
  sundayOf("Noon", "12:00", "18:00"),
  sundayOf("Whole", "00:00", "24:00"),
];

test.beforeEach(async ({ product }) => {
  await putRecords(product, { present: PEOPLE }, ({ agents }) => agents.some(({ id }) => id === "Across"));
});

const sunday = (page: Page, name: string) => dayOf(page, name, 6);

/** Where the block begins and ends, in hours since midnight as they really passed, to the half hour. */
async function hoursOf(page: Page, name: string, dayHours: number): Promise<readonly number[]> {
  const row = rowOf(page, name);
  const [day, block] = [
    await boxOf(row.getByRole("gridcell").nth(6)),
    await boxOf(row.locator("[data-block]")),
  ];
  const at = (x: number) => Math.round(((x - day.x) / day.width) * dayHours * 2) / 2;
  return [at(block.x), at(block.x + block.width)];
}

test("spring: the day has 23 hours, and a time that is skipped means the next one there is", async ({
  page,
}) => {
  await openBoard(page, "?lang=en&week=2026-03-29");
  await expect(sunday(page, "Across")).toHaveAccessibleName("Sun 29 Mar: 01:00–04:00");
  await expect(sunday(page, "Inside")).toHaveAccessibleName("Sun 29 Mar: no hours");
  await expect(sunday(page, "Into")).toHaveAccessibleName("Sun 29 Mar: 03:00–05:00");
  await expect(sunday(page, "Whole")).toHaveAccessibleName("Sun 29 Mar: 00:00–24:00");
  expect(await hoursOf(page, "Across", 23)).toEqual([1, 3]);
  expect(await hoursOf(page, "Noon", 23)).toEqual([11, 17]);
  expect(await hoursOf(page, "Whole", 23)).toEqual([0, 23]);
});

test("autumn: the day has 25 hours, and an hour that comes twice is worked twice", async ({ page }) => {
  await openBoard(page, "?lang=en&week=2026-10-25");
  await expect(sunday(page, "Across")).toHaveAccessibleName("Sun 25 Oct: 01:00–04:00");
  await expect(sunday(page, "Twice")).toHaveAccessibleName("Sun 25 Oct: 02:00–03:00");
  expect(await hoursOf(page, "Across", 25)).toEqual([1, 5]);
  expect(await hoursOf(page, "Twice", 25)).toEqual([2, 4]);
  expect(await hoursOf(page, "Noon", 25)).toEqual([13, 19]);
});

test("the zone's name carries the offset of the week on screen", async ({ page }) => {
  await openBoard(page, "?lang=en&week=2026-07-01");
  await expect(page.getByRole("button", { name: "Time zone: Berlin UTC+2" })).toBeVisible();
  await openBoard(page, "?lang=en&week=2026-12-01");
  await expect(page.getByRole("button", { name: "Time zone: Berlin UTC+1" })).toBeVisible();
});
