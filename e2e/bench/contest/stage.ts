/** What every contestant draws, and how its time is taken: the same marks as the product's, by the same rule. */

export interface Row {
  readonly id: string;
  readonly name: string;
  /** Minutes of the week, [start, end). */
  readonly week: readonly (readonly [number, number])[];
}

export const WEEK_MINUTES = 10_080;
export const ROW_PX = 44;
export const NAME_PX = 248;

/**
 * Reads the rows that the bench serves, marks them as held, has them drawn, and marks the first frame that shows a block
 * of one: some components draw their frame first and their blocks later.
 */
export async function compete(
  draw: (rows: readonly Row[], root: HTMLElement) => void,
  hasBlocks: () => boolean,
): Promise<void> {
  const size = new URLSearchParams(location.search).get("size") ?? "1000";
  const rows: readonly Row[] = await (await fetch(`/rows-${size}.json`)).json();
  const root = document.getElementById("root");
  if (root === null) throw new Error("There is no stage.");
  performance.mark("rota:data");
  draw(rows, root);
  const channel = new MessageChannel();
  // The message is taken up after the frame that the animation callback belongs to has been painted.
  channel.port1.onmessage = () => performance.mark("rota:painted");
  const look = () => {
    if (hasBlocks()) channel.port2.postMessage(null);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Whether an element that a component draws for a block is on the page. */
export const hasElement = (selector: string) => () => document.querySelector(selector) !== null;

/** The Monday that all contestants show. */
export const MONDAY = Date.UTC(2026, 10, 16);
