import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { startProduct } from "../fixtures/product.ts";
import { shiftDate } from "../fixtures/shift-date.ts";

/**
 * `npm run bench:repaint`: how long the screen of a desk of 1,000 agents takes to show what a press has changed, in a
 * real browser in front of the built product (`npm run build` first): from the press to the first frame in which something
 * below `main` has changed, to the first in which its grid has (the rows, the map), and to the last, with all that is worked
 * out after them. Medians; writes nothing.
 */

const AGENTS = 1_000;
const RUNS = 9;
const TARGET_MS = 100;

interface Case {
  readonly what: string;
  readonly path: string;
  /** Pressed in turn, again and again. */
  readonly press: (page: Page) => Promise<void>;
}

const pressChip = (status: string) => async (page: Page) => {
  await page.locator(`[data-filter-status="${status}"]`).click();
};

/** Takes whoever this line of the open list stands for away, or back: everybody first, then departments, then agents. */
const pressLine = (index: number) => async (page: Page) => {
  await page.getByRole("option").nth(index).click();
};

const CASES: readonly Case[] = [
  { what: "board: a status chip", path: "/?lang=en", press: pressChip("online") },
  { what: "board: on shift now", path: "/?lang=en", press: (page) => page.getByRole("switch").click() },
  { what: "coverage: one agent away, and back", path: "/coverage?lang=en", press: pressLine(40) },
  { what: "coverage: everybody away, and back", path: "/coverage?lang=en", press: pressLine(0) },
];

const found = findBrowser();
if (typeof found !== "string") throw new Error(found.missing);
const product = await startProduct({ size: AGENTS });
const browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox", "--disable-gpu"] });
try {
  say(`${AGENTS} agents, target < ${TARGET_MS} ms, medians of ${RUNS}`);
  for (const { what, path, press } of CASES) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(shiftDate, product.offsetMs);
    await page.goto(product.url + path);
    await page.locator("[data-agent-id], [role=grid]").first().waitFor();
    if (path.startsWith("/coverage")) await page.getByRole("button", { name: /Person, department/ }).click();
    const times: Repaint[] = [];
    for (let run = -1; run < RUNS; run++) {
      const time = await timeRepaint(page, press);
      if (run >= 0) times.push(time);
    }
    const of = (pick: (time: Repaint) => number) => medianOf(times.map(pick)).padStart(5);
    const told = `${of(({ firstMs }) => firstMs)} ms   grid ${of(({ gridMs }) => gridMs)} ms`;
    say(`${what.padEnd(36)} ${told}   all of it ${of(({ lastMs }) => lastMs)} ms`);
    await page.close();
  }
} finally {
  await browser.close();
  await product.close();
}

interface Repaint {
  readonly firstMs: number;
  readonly gridMs: number;
  readonly lastMs: number;
}

function medianOf(times: readonly number[]): string {
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  return (middle ?? Number.NaN).toFixed(0);
}

/** From the click to the first frame that followed a change, the grid's first and the last, once nothing changes any more. */
async function timeRepaint(page: Page, press: (page: Page) => Promise<void>): Promise<Repaint> {
  await page.evaluate(() => {
    const marks = { pressed: 0, first: 0, grid: 0, last: 0 };
    Object.assign(window, { rotaRepaint: marks });
    addEventListener("click", ({ timeStamp }) => Object.assign(marks, { pressed: timeStamp }), {
      capture: true,
      once: true,
    });
    const grid = document.querySelector("#main [role=grid]");
    const changes = new MutationObserver((records) => {
      const isInGrid = records.some(({ target }) => grid?.contains(target));
      // Frames are drawn after their callbacks; the next task runs when this one is.
      requestAnimationFrame(() =>
        setTimeout(() => {
          marks.last = performance.now();
          marks.first ||= marks.last;
          if (isInGrid) marks.grid ||= marks.last;
        }),
      );
    });
    const main = document.getElementById("main");
    if (main !== null) changes.observe(main, { subtree: true, childList: true, attributes: true });
    setTimeout(() => changes.disconnect(), 1_500);
  });
  await press(page);
  await page.waitForTimeout(1_600);
  return page.evaluate(() => {
    const marks: unknown = Reflect.get(window, "rotaRepaint");
    const { pressed, first, grid, last } = Object(marks);
    return { firstMs: first - pressed, gridMs: grid - pressed, lastMs: last - pressed };
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
