import { choice } from "./param.ts";

/** What `/embed` shows: the address's `view`, beside the board's own parameters (product.md, section 8). */
export const EMBED_VIEWS = ["board", "now", "coverage"] as const;
export type EmbedView = (typeof EMBED_VIEWS)[number];

const PARAM = choice(EMBED_VIEWS, "board");

/** The first usable value; `isUnusable` where there are values and none is. */
export function readEmbedView(given: readonly string[]): {
  readonly view: EmbedView;
  readonly isUnusable: boolean;
} {
  const filled = given.filter((value) => value !== "");
  const read = filled.map((value) => PARAM.parse(value)).find((value) => value !== undefined);
  return { view: read ?? PARAM.fallback, isUnusable: read === undefined && filled.length > 0 };
}
