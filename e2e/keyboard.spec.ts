import type { Page } from "@playwright/test";
import { gridOf, headerOf, openBoard, rowOf } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** The board without a pointer (product.md, section 9). */

/** In this order without groups: 李娜, 周子轩, Omar Haddad, … 吕思琪 last. */
const PLAIN = "?group=none&lang=en";

const cell = (page: Page, name: string, day: RegExp) =>
  rowOf(page, name).getByRole("gridcell", { name: day });

test("the grid is one tab stop, which remembers its cell", async ({ page }) => {
  await openBoard(page, PLAIN);
  await expect(gridOf(page).locator("[tabindex='0']")).toHaveCount(1);
  await expect(gridOf(page).locator("button, select, input, a")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Sort by" }).focus();
  await page.keyboard.press("Tab");
  await expect(headerOf(page, "李娜")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "周子轩", /^Mon 16 Nov/)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("combobox", { name: "Sort by" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(cell(page, "周子轩", /^Mon 16 Nov/)).toBeFocused();
  await expect(gridOf(page).locator("[tabindex='0']")).toHaveCount(1);
});

test("arrows, Home and End move by cell; the edges hold", async ({ page }) => {
  await openBoard(page, PLAIN);
  await headerOf(page, "李娜").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect(headerOf(page, "李娜")).toBeFocused();
  await page.keyboard.press("End");
  await expect(cell(page, "李娜", /^Sun 22 Nov/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "李娜", /^Sun 22 Nov/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, "李娜", /^Sat 21 Nov/)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell(page, "吕思琪", /^Sun 22 Nov/)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(headerOf(page, "吕思琪")).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(headerOf(page, "李娜")).toBeFocused();
});

test("Enter opens the agent, and Back returns to the board", async ({ page }) => {
  await openBoard(page, PLAIN);
  await headerOf(page, "周子轩").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/agents\/zhou\.zixuan\?/);
  await expect(page.getByRole("heading", { name: "周子轩" })).toBeVisible();
  await page.goBack();
  await expect(gridOf(page)).toBeVisible();
});

test("the card comes with the focus, and goes with Escape while the focus stays", async ({ page }) => {
  await openBoard(page, PLAIN);
  await page.getByRole("combobox", { name: "Sort by" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("dialog", { name: "李娜" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("dialog", { name: "周子轩" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(headerOf(page, "周子轩")).toBeFocused();
});

test("/ goes to the search, ? lists the keys, Escape leaves them", async ({ page }) => {
  await openBoard(page, PLAIN);
  await page.keyboard.press("/");
  const search = page.getByRole("textbox", { name: "Name, email, skill" });
  await expect(search).toBeFocused();
  // In a field they are letters.
  await page.keyboard.type("a/?[");
  await expect(search).toHaveValue("a/?[");
  await page.keyboard.press("Escape");
  await expect(search).toHaveValue("");

  await gridOf(page).getByRole("rowheader").nth(1).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByRole("term")).toHaveCount(9);
  await page.keyboard.press("]");
  await expect(page).not.toHaveURL(/week=/);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test("single keys can be switched off, for good", async ({ page }) => {
  await openBoard(page, PLAIN);
  await page.keyboard.press("?");
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await expect(gridOf(page)).toBeVisible();
  for (const key of ["]", "[", "/", "?"]) await page.keyboard.press(key);
  await expect(page).not.toHaveURL(/week=/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Name, email, skill" })).not.toBeFocused();

  // The list can still be opened by hand, and the keys come back.
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/week=2026-11-23/);
});

test("the first tab stop leads past the header", async ({ page }) => {
  await openBoard(page, PLAIN);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the board" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
