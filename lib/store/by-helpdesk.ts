import "server-only";
import type { WatchedStore } from "#lib/roster/store-port.ts";

/**
 * Keeps what is known of a desk under Feishu's own id of its helpdesk. A key of ours may come to mean another desk
 * (`main` is the sample today and a real one tomorrow), and must not bring the agents of the old one with it.
 * Calendar subscriptions name the desk of their address, and stay as they are.
 */
export function storeByHelpdesk(store: WatchedStore, helpdeskIds: ReadonlyMap<string, string>): WatchedStore {
  const idOf = (deskKey: string) => helpdeskIds.get(deskKey) ?? deskKey;
  return {
    ...store,
    loadRoster: (deskKey) => store.loadRoster(idOf(deskKey)),
    saveRoster: (deskKey, stored, holder) => store.saveRoster(idOf(deskKey), stored, holder),
    dropRosters: (before, deskKeys) => store.dropRosters(before, deskKeys.map(idOf)),
    holdDesk: (deskKey, holder, ttlMs) => store.holdDesk(idOf(deskKey), holder, ttlMs),
    releaseDesk: (deskKey, holder) => store.releaseDesk(idOf(deskKey), holder),
    postBulletin: (deskKey, bulletin, holder) => store.postBulletin(idOf(deskKey), bulletin, holder),
    noteLook: (deskKey, tell) => store.noteLook(idOf(deskKey), tell),
    askRound: (deskKey) => store.askRound(idOf(deskKey)),
    readShared: (deskKey) => store.readShared(idOf(deskKey)),
    addStatusChanges: (deskKey, changes, holder) => store.addStatusChanges(idOf(deskKey), changes, holder),
    listStatusChanges: (deskKey, from, to) => store.listStatusChanges(idOf(deskKey), from, to),
  };
}
