import { type AwayEntry, readAwayEntry } from "#lib/schedule/away.ts";
import { splitList } from "./param.ts";

/**
 * The what-if of an address, `away=` (product.md, section 6): of a repeated key the first usable value. Undefined where
 * there is none among those given; nobody is away where none is given.
 */
export function parseAway(search: URLSearchParams): readonly AwayEntry[] | undefined {
  const given = search.getAll("away").filter((value) => value !== "");
  if (given.length === 0) return [];
  return given.map(readList).find((entries) => entries !== undefined);
}

function readList(text: string): readonly AwayEntry[] | undefined {
  const items = splitList(text);
  const entries = items.map(readAwayEntry).filter((entry) => entry !== undefined);
  return entries.length === items.length ? entries : undefined;
}
