import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { startProduct } from "../fixtures/product.ts";
import { shiftDate } from "../fixtures/shift-date.ts";

/**
 * `npm run bench:repaint`: how long the screen of a desk of 1,000 agents takes to show what a press has changed, in a
 * real browser in front of the built product (`npm run build` first): from the press to the frame after the last change
 * below `main`, what is worked out afterwards included. Medians; writes nothing.
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

/** Takes the first agent of the list away, or back. */
async function toggleAway(page: Page): Promise<void> {
  await page.getByRole("option").first().click();
}

const CASES: readonly Case[] = [
  { what: "board: a status chip", path: "/?lang=en", press: pressChip("online") },
  { what: "board: on shift now", path: "/?lang=en", press: (page) => page.getByRole("switch").click() },
  { what: "coverage: one agent away, and back", path: "/coverage?lang=en", press: toggleAway },
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
    const times: number[] = [];
    for (let run = -1; run < RUNS; run++) {
      const ms = await timeRepaint(page, press);
      if (run >= 0) times.push(ms);
    }
    times.sort((a, b) => a - b);
    const [median, worst] = [times[Math.floor(RUNS / 2)], times.at(-1)];
    say(`${what.padEnd(36)} ${median?.toFixed(0).padStart(5)} ms   (worst ${worst?.toFixed(0)})`);
    await page.close();
  }
} finally {
  await browser.close();
  await product.close();
}

/** From the click's own time to the last frame that followed a change, once nothing has changed for a while. */
async function timeRepaint(page: Page, press: (page: Page) => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const marks = { pressed: 0, painted: 0 };
    Object.assign(window, { rotaRepaint: marks });
    addEventListener("click", ({ timeStamp }) => Object.assign(marks, { pressed: timeStamp }), {
      capture: true,
      once: true,
    });
    const changes = new MutationObserver(() => {
      // Frames are drawn after their callbacks; the next task runs when this one is.
      requestAnimationFrame(() => setTimeout(() => Object.assign(marks, { painted: performance.now() })));
    });
    const main = document.getElementById("main");
    if (main !== null) changes.observe(main, { subtree: true, childList: true, attributes: true });
    setTimeout(() => changes.disconnect(), 1_500);
  });
  await press(page);
  await page.waitForTimeout(1_600);
  return page.evaluate(() => {
    const marks: unknown = Reflect.get(window, "rotaRepaint");
    const { pressed, painted } = Object(marks);
    return painted - pressed;
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
