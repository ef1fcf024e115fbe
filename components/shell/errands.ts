import { progressStore } from "#components/ui/progress.ts";

/** What goes on when the menu or the page that began it is gone; only its own Cancel takes it back. */
export type Errand = "file" | "signOut";

/** Outside React, so that nothing that is unmounted ends it; a tab has one of each. */
const attempts = new Map<Errand, AbortController>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export const errandStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isRunning: (errand: Errand): boolean => attempts.has(errand),
  /** Begins it in place of the last of its kind. Resolves when it has ended; one that fails unless left says so. */
  async start(errand: Errand, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    errandStore.leave(errand);
    const own = new AbortController();
    attempts.set(errand, own);
    tell();
    try {
      await work(own.signal);
    } catch {
      if (!own.signal.aborted) progressStore.fail();
    }
    if (attempts.get(errand) !== own) return;
    attempts.delete(errand);
    tell();
  },
  /** Stops it; does nothing where none is running. */
  leave(errand: Errand): void {
    attempts.get(errand)?.abort();
    if (attempts.delete(errand)) tell();
  },
};
