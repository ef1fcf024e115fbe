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

/** Reads the rows that the bench serves, marks them as held, has them drawn, and marks the frame that shows them. */
export async function compete(draw: (rows: readonly Row[], root: HTMLElement) => void): Promise<void> {
  const size = new URLSearchParams(location.search).get("size") ?? "1000";
  const rows: readonly Row[] = await (await fetch(`/rows-${size}.json`)).json();
  const root = document.getElementById("root");
  if (root === null) throw new Error("There is no stage.");
  performance.mark("rota:data");
  draw(rows, root);
  const channel = new MessageChannel();
  channel.port1.onmessage = () => performance.mark("rota:painted");
  requestAnimationFrame(() => channel.port2.postMessage(null));
}

/** The Monday that all contestants show. */
export const MONDAY = Date.UTC(2026, 10, 16);
