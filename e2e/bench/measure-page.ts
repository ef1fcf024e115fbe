import type { Browser, Page } from "@playwright/test";
import { shiftDate } from "../fixtures/shift-date.ts";

/** How one page is measured, whoever made it. */

export interface PageUnderTest {
  readonly url: string;
  /** Of the product's clock; 0 for a page without one. */
  readonly offsetMs: number;
}

const VIEWPORT = { width: 1440, height: 900 };
const SETTLED_MS = 700;
const LONGEST_LOAD_MS = 120_000;

export interface LoadFigures {
  /** From the data in memory to the frame that shows the first rows, in ms. */
  readonly paintMs: number;
  readonly firstPaintMs: number;
  readonly elements: number;
  readonly htmlBytes: number;
  readonly scriptBytes: number;
}

async function open(browser: Browser, { url, offsetMs }: PageUnderTest): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(shiftDate, offsetMs);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("rota:painted").length > 0, null, {
    timeout: LONGEST_LOAD_MS,
  });
  await page.waitForTimeout(SETTLED_MS);
  return page;
}

export async function measureLoad(browser: Browser, subject: PageUnderTest): Promise<LoadFigures> {
  const page = await open(browser, subject);
  const figures = await page.evaluate(() => {
    const mark = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
    const sizeOf = (entry: PerformanceEntry) =>
      entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0;
    const sum = (entries: readonly PerformanceEntry[]) => entries.reduce((all, one) => all + sizeOf(one), 0);
    return {
      paintMs: mark("rota:painted") - mark("rota:data"),
      firstPaintMs: mark("first-contentful-paint"),
      elements: document.querySelectorAll("*").length,
      htmlBytes: sum(performance.getEntriesByType("navigation")),
      scriptBytes: sum(performance.getEntriesByType("resource").filter(({ name }) => name.includes(".js"))),
    };
  });
  await page.close();
  return figures;
}

export interface ScrollFigures {
  /** Share of the frames of a 60 Hz screen that were not drawn. */
  readonly dropped: number;
  /** Share of the drawn frames in which no row was in view. */
  readonly empty: number;
  readonly longestTaskMs: number;
}

const WHEEL_PX = 10_000;
const STEP_PX = 100;

/** Wheels through 10,000 px, a notch a frame, and looks at every frame. */
export async function measureScroll(browser: Browser, subject: PageUnderTest): Promise<ScrollFigures> {
  const page = await open(browser, subject);
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  await page.evaluate(() => {
    const seen = { frames: 0, empty: 0, longest: 0, startedAt: performance.now(), endedAt: 0 };
    Object.assign(window, { benchScroll: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask" });
    const look = () => {
      seen.frames += 1;
      seen.endedAt = performance.now();
      const there = document.elementsFromPoint(innerWidth / 2, innerHeight / 2);
      if (!there.some((element) => element.closest("[data-agent-id],canvas,[role=row]"))) seen.empty += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (let px = 0; px < WHEEL_PX; px += STEP_PX) await page.mouse.wheel(0, STEP_PX);
  const seen = await page.evaluate(() => {
    const { frames, empty, longest, startedAt, endedAt } = Object(Reflect.get(window, "benchScroll"));
    return { frames, empty, longest, lastedMs: endedAt - startedAt };
  });
  await page.close();
  const due = seen.lastedMs / (1000 / 60);
  return {
    dropped: Math.max(0, 1 - seen.frames / due),
    empty: seen.empty / seen.frames,
    longestTaskMs: seen.longest,
  };
}

/** From a press on a status chip to the frame that shows what it left, in ms. */
export async function measureFilter(browser: Browser, subject: PageUnderTest): Promise<number> {
  const page = await open(browser, subject);
  await page.evaluate(() => {
    addEventListener(
      "click",
      ({ timeStamp }) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => performance.measure("bench:filter", { start: timeStamp });
        requestAnimationFrame(() => channel.port2.postMessage(null));
      },
      { capture: true, once: true },
    );
  });
  await page.locator('[data-filter-status="offline"]').click();
  await page.waitForFunction(() => performance.getEntriesByName("bench:filter").length > 0);
  const ms = await page.evaluate(() => performance.getEntriesByName("bench:filter")[0]?.duration ?? 0);
  await page.close();
  return ms;
}

/** What the page's scripts hold once they have come to rest, in bytes. */
export async function measureHeap(browser: Browser, subject: PageUnderTest): Promise<number> {
  const page = await open(browser, subject);
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await page.close();
  return usedSize;
}
