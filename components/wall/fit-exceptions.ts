import type { ExceptionKind } from "#lib/schedule/exceptions.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";

export interface FittedKind<S> {
  readonly kind: ExceptionKind;
  readonly shown: readonly S[];
  /** How many of the kind there are in all. */
  readonly count: number;
}

/**
 * As many exceptions as a fixed panel has lines for, gravest kind first; a heading takes a line too, and a kind for
 * which no agent would fit is left out. What is left out is counted by the caller's "n more".
 */
export function fitExceptions<S extends SelectedAgent>(
  exceptions: readonly (readonly [ExceptionKind, readonly S[]])[],
  lines: number,
): readonly FittedKind<S>[] {
  const fitted: FittedKind<S>[] = [];
  let left = lines;
  exceptions.forEach(([kind, agents], index) => {
    // Each kind that follows is owed its heading and one agent before a long list may go on.
    const owed = 2 * Math.max(0, Math.min(exceptions.length - index - 1, Math.floor((left - 2) / 2)));
    const room = left - 1 - owed;
    if (room < 1) return;
    const shown = agents.slice(0, room);
    left -= 1 + shown.length;
    fitted.push({ kind, shown, count: agents.length });
  });
  return fitted;
}
