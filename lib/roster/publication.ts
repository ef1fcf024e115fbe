import { asInstant, type Desk, type Instant, type Roster } from "#lib/schedule/types.ts";
import { doAtOnce, takeTurns } from "#lib/turns.ts";
import { keepRoster } from "./keep-roster.ts";
import { mergeRoster } from "./merge.ts";
import type { ReadList, RosterStore, StoredRoster } from "./ports.ts";
import { continueStatuses } from "./status-since.ts";
import type { StatusChange, StatusHistory } from "./store-port.ts";

export interface PublicationOptions {
  readonly desk: Desk;
  readonly store: RosterStore;
  /** Null: changes of status are not kept. */
  readonly history: Pick<StatusHistory, "addStatusChanges"> | null;
  /** As whom the desk is held among several processes; null: it is shared with nobody. */
  readonly holder: string | null;
  readonly onFault: (error: unknown) => void;
}

/** Changes that wait for a store that is away; the oldest are given up for newer ones. */
const WAITING_MAX = 20_000;

/** The last good roster of a desk, here and in the store. */
export class Publication {
  readonly #desk: Desk;
  readonly #options: PublicationOptions;
  /** Changes that are not in the store yet. */
  #waiting: readonly StatusChange[] = [];
  #roster: Roster | null = null;
  #fetchedAt: Instant | null = null;
  /** When the roster that the store has was read. */
  #keptAt: Instant | null = null;
  #saving: Promise<void> | null = null;
  /** How often something was taken up from another process. */
  #adoptions = 0;

  constructor(options: PublicationOptions) {
    this.#desk = options.desk;
    this.#options = options;
  }

  /** The same object while its content is the same, so that what is made from it can be kept. */
  get roster(): Roster | null {
    return this.#roster;
  }

  get fetchedAt(): Instant | null {
    return this.#fetchedAt;
  }

  /** How much older the roster in the store is than the one that is held, in ms; null: none is known to be there. */
  get keptLagMs(): number | null {
    return this.#fetchedAt === null || this.#keptAt === null ? null : this.#fetchedAt - this.#keptAt;
  }

  /**
   * Takes up what an earlier process left; a store that fails is as good as an empty one. Its clock may have been ahead of
   * ours: nothing was read later than now.
   */
  async restore(now: () => Instant): Promise<void> {
    try {
      const stored = await this.#options.store.loadRoster(this.#desk.key);
      if (stored === null) return;
      const fetchedAt = asInstant(Math.min(stored.fetchedAt, now()));
      this.#hold({ ...stored.roster, desk: this.#desk }, fetchedAt);
      this.#keptAt = fetchedAt;
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  /** Takes up what another process has read; null: the roster is the same. */
  adopt(roster: Roster | null, fetchedAt: Instant): void {
    this.#adoptions += 1;
    // Who reads the desk now has seen the same changes, or will.
    this.#waiting = [];
    if (roster !== null) this.#hold({ ...roster, desk: this.#desk }, fetchedAt);
    else this.#fetchedAt = fetchedAt;
    this.#keptAt = fetchedAt;
  }

  /**
   * `watched`: nobody can have missed a change since the roster that is held (lib/roster/status-since.ts). False: what
   * another process has read was taken up meanwhile, which is newer, and stays.
   */
  async publish(
    present: ReadList,
    removed: ReadList,
    now: () => Instant,
    watched: boolean,
  ): Promise<boolean> {
    const adoptions = this.#adoptions;
    const roster = await takeTurns(mergeRoster(this.#desk, present, removed));
    const seenAt = now();
    const before = this.#roster;
    const watch = { seenAt, watched };
    const { agents, changes } = await takeTurns(continueStatuses(before?.agents ?? [], roster.agents, watch));
    const kept = await takeTurns(keepRoster(before, { ...roster, agents }));
    if (this.#adoptions !== adoptions) return false;
    this.#roster = kept;
    this.#fetchedAt = seenAt;
    if (this.#options.history !== null) this.#waiting = [...this.#waiting, ...changes].slice(-WAITING_MAX);
    this.#saving ??= this.#save().finally(() => {
      this.#saving = null;
    });
    return true;
  }

  /** Resolves once nothing is being written to the store. */
  async settled(): Promise<void> {
    await this.#saving;
  }

  #hold(roster: Roster, fetchedAt: Instant): void {
    this.#fetchedAt = fetchedAt;
    this.#roster = doAtOnce(keepRoster(this.#roster, roster));
  }

  /** One at a time, and never waited for: a slow store must not hold up the desk. The next round saves again. */
  async #save(): Promise<void> {
    if (this.#roster === null || this.#fetchedAt === null) return;
    const stored = { roster: this.#roster, fetchedAt: this.#fetchedAt };
    const saved = await Promise.allSettled([this.#saveChanges(), this.#saveRoster(stored)]);
    for (const one of saved) if (one.status === "rejected") this.#options.onFault(one.reason);
  }

  async #saveRoster(stored: StoredRoster): Promise<void> {
    await this.#options.store.saveRoster(this.#desk.key, stored, this.#options.holder);
    this.#keptAt = stored.fetchedAt;
  }

  async #saveChanges(): Promise<void> {
    const changes = this.#waiting;
    if (changes.length === 0) return;
    const { history, holder } = this.#options;
    if (!(await history?.addStatusChanges(this.#desk.key, changes, holder))) return;
    const added = new Set(changes);
    this.#waiting = this.#waiting.filter((change) => !added.has(change));
  }
}
