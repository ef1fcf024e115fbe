/** How many looks fell into the last whole window, by key: about how many read a desk that all read once an interval. */
export interface LookRate {
  look(key: string, nowMs: number): void;
  read(key: string, nowMs: number): number;
}

interface Windows {
  readonly index: number;
  readonly before: number;
  readonly now: number;
}

/** `nowMs` is monotonic. Before a first window is over, what fell into it so far counts. */
export function createLookRate(windowMs: number): LookRate {
  const counts = new Map<string, Windows>();
  const windowsAt = (key: string, nowMs: number): Windows => {
    const index = Math.floor(nowMs / windowMs);
    const held = counts.get(key) ?? { index, before: 0, now: 0 };
    if (held.index === index) return held;
    return { index, before: held.index === index - 1 ? held.now : 0, now: 0 };
  };
  return {
    look: (key, nowMs) => {
      const windows = windowsAt(key, nowMs);
      counts.set(key, { ...windows, now: windows.now + 1 });
    },
    read: (key, nowMs) => {
      const { before, now } = windowsAt(key, nowMs);
      return Math.max(before, now);
    },
  };
}
