import { setImmediate as othersFirst } from "node:timers/promises";

/**
 * Long work in short turns, so that nobody who asks meanwhile waits for more than one of them. The work is a generator
 * that stops, by `yield`, wherever others may have their turn: between slices that take a millisecond or two, and never
 * in so little work that it needs no turns.
 */
export type InTurns<T> = Generator<undefined, T, undefined>;

/** How long one turn may take, in ms; a slice that has begun is ended. */
const TURN_MS = 5;

/** Where the last in the line has had its turn. Bundlers copy modules: there is one line in the process all the same. */
const LINE: unique symbol = Symbol.for("helpdesk-rota.line");
const keeper: typeof globalThis & { [LINE]?: Promise<void> } = globalThis;

/**
 * Waits for a turn of the event loop that belongs to nobody else's long work: all who wait stand in one line, so that ten
 * downloads take ten short turns, with everybody else served between two, and not one that is ten times as long.
 */
export function nextTurn(): Promise<void> {
  const line = (keeper[LINE] ?? Promise.resolve()).then(() => othersFirst());
  keeper[LINE] = line;
  return line;
}

/**
 * Does the work, and lets everything that waits on the event loop go first whenever a turn is over, by the monotonic
 * clock `nowMs`.
 */
export async function takeTurns<T>(work: InTurns<T>, nowMs = () => performance.now()): Promise<T> {
  let isLong = false;
  for (let startedMs = nowMs(); ; ) {
    const step = work.next();
    const usedMs = nowMs() - startedMs;
    if (step.done) {
      // What the caller does next must not begin at the end of a turn that is used up.
      if (isLong && usedMs >= TURN_MS / 2) await nextTurn();
      return step.value;
    }
    isLong = true;
    if (usedMs < TURN_MS) continue;
    await nextTurn();
    startedMs = nowMs();
  }
}

/** Does the work at one stretch. */
export function doAtOnce<T>(work: InTurns<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** `items` in slices of `size`, the last one shorter, with a turn between two. */
export function* inSlices<T>(
  items: readonly T[],
  size: number,
  each: (slice: readonly T[]) => void,
): InTurns<void> {
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) yield;
    each(items.slice(from, from + size));
  }
}
