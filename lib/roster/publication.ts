import { setImmediate as nextTurn } from "node:timers/promises";
import type { Desk, Instant, Roster } from "#lib/schedule/types.ts";
import { keepRoster } from "./keep-roster.ts";
import { prepareKeys } from "./keys.ts";
import { mergeRoster } from "./merge.ts";
import type { ReadList, RosterStore } from "./ports.ts";

/** The last good roster of a desk, here and in the store. */
export class Publication {
  readonly #desk: Desk;
  readonly #store: RosterStore;
  readonly #onFault: (error: unknown) => void;
  #roster: Roster | null = null;
  #fetchedAt: Instant | null = null;
  #saving = false;

  constructor(desk: Desk, store: RosterStore, onFault: (error: unknown) => void) {
    this.#desk = desk;
    this.#store = store;
    this.#onFault = onFault;
  }

  /** The same object while its content is the same, so that what is made from it can be kept. */
  get roster(): Roster | null {
    return this.#roster;
  }

  get fetchedAt(): Instant | null {
    return this.#fetchedAt;
  }

  /** Takes up what an earlier process left; a store that fails is as good as an empty one. */
  async restore(): Promise<void> {
    try {
      const stored = await this.#store.loadRoster(this.#desk.key);
      if (stored !== null) this.#hold({ ...stored.roster, desk: this.#desk }, stored.fetchedAt);
    } catch (error) {
      this.#onFault(error);
    }
  }

  async publish(present: ReadList, removed: ReadList, now: () => Instant): Promise<void> {
    await prepareKeys([...present.records, ...removed.records].map(({ agent }) => agent.name));
    const roster = mergeRoster(this.#desk, present, removed);
    // Each step of a large desk takes some tens of milliseconds; others get their turn in between.
    await nextTurn();
    this.#hold(roster, now());
    void this.#save();
  }

  #hold(roster: Roster, fetchedAt: Instant): void {
    this.#fetchedAt = fetchedAt;
    this.#roster = keepRoster(this.#roster, roster);
  }

  /** One at a time, and never waited for: a slow store must not hold up the desk. The next round saves again. */
  async #save(): Promise<void> {
    if (this.#saving || this.#roster === null || this.#fetchedAt === null) return;
    this.#saving = true;
    try {
      await this.#store.saveRoster(this.#desk.key, { roster: this.#roster, fetchedAt: this.#fetchedAt });
    } catch (error) {
      this.#onFault(error);
    } finally {
      this.#saving = false;
    }
  }
}
