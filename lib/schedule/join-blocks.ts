import { later } from "./interval.ts";
import type { PlannedSpan, Span } from "./types.ts";

/**
 * Joins an agent's blocks, in order of their starts, into the spans that are worked in one go. Blocks of a template
 * never meet on the wall; as instants they do where the hour between them is skipped, or where one ends the second time
 * and the next starts the first time that an hour occurs.
 */
export function joinBlocks<B extends Span>(blocks: readonly B[]): readonly (B | PlannedSpan)[] {
  const spans: (B | PlannedSpan)[] = [];
  for (const block of blocks) {
    const last: PlannedSpan | undefined = spans.at(-1);
    if (last && block.startAt <= last.endAt) {
      const joined = [...(last.blocks ?? [last]), block];
      spans[spans.length - 1] = {
        startAt: last.startAt,
        endAt: later(last.endAt, block.endAt),
        blocks: joined,
      };
    } else {
      spans.push(block);
    }
  }
  return spans;
}
