import "server-only";
import type { RosterStore, StoredRoster } from "#lib/roster/ports.ts";

/** Keeps the last good rosters for the life of the process, and no longer. */
export function createMemoryStore(): RosterStore {
  const rosters = new Map<string, StoredRoster>();
  return {
    loadRoster: async (deskKey) => rosters.get(deskKey) ?? null,
    saveRoster: async (deskKey, stored) => {
      rosters.set(deskKey, stored);
    },
  };
}
