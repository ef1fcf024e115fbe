import type { View } from "#lib/contract/view.ts";
import { STATUSES, type Status } from "#lib/schedule/types.ts";

/** The filters of a view as things to switch and to count. */

/** Chips in the order of the design: the living first, the removed last. */
export const CHIP_ORDER = [
  "online",
  "offline",
  "off_duty",
  "unknown",
  "removed",
] as const satisfies readonly Status[];

/**
 * The statuses after one chip is pressed. None pressed means all but removed (product.md, section 4), so the
 * first press narrows to one status, and taking back the last one shows everybody again.
 */
export function toggleStatus(pressed: readonly Status[], status: Status): readonly Status[] {
  return STATUSES.filter((one) => pressed.includes(one) !== (one === status));
}

/** How many filters narrow the view: status, skill, department, search, on shift and exceptions count one each. */
export function countFilters(view: View): number {
  const { status, skill, department, q, on, exception } = view;
  const lists = [status, skill, department, exception].filter(({ length }) => length > 0);
  return lists.length + Number(q !== "") + Number(on);
}
