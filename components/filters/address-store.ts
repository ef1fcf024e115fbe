import { type Preferences, preferencesCookie } from "#lib/contract/preferences.ts";

/** What this store needs of the browser's window. */
export interface AddressWindow {
  readonly location: Pick<Location, "pathname" | "search" | "hash" | "protocol">;
  readonly history: Pick<History, "pushState" | "replaceState">;
  readonly document: { cookie: string };
  addEventListener(type: "popstate", listener: () => void): void;
  removeEventListener(type: "popstate", listener: () => void): void;
}

export interface AddressStore {
  /** For useSyncExternalStore: hears of our own changes, and of Back and Forward. */
  subscribe(listener: () => void): () => void;
  search(): string;
  remembered(): Preferences;
  /** Asks every listener to look again, after the router has changed the address by itself. */
  recheck(): void;
  go(search: string, how: "push" | "replace"): void;
  /** Keeps the preferences for this page's life and in the cookie. */
  remember(preferences: Preferences, basePath: string): void;
}

/**
 * The address as a store outside React. Next patches `history`, so its router learns of the new address
 * without asking the server for the page again. `page` is called late: on the server there is no window.
 */
export function createAddressStore(
  preferences: Preferences,
  page: () => AddressWindow = () => window,
): AddressStore {
  const listeners = new Set<() => void>();
  let remembered = preferences;
  const recheck = () => {
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      if (listeners.size === 0) page().addEventListener("popstate", recheck);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) page().removeEventListener("popstate", recheck);
      };
    },
    search: () => page().location.search,
    remembered: () => remembered,
    recheck,
    go(search, how) {
      const { history, location } = page();
      if (search === location.search) return;
      const url = `${location.pathname}${search}${location.hash}`;
      if (how === "push") history.pushState(null, "", url);
      else history.replaceState(null, "", url);
      recheck();
    },
    remember(next, basePath) {
      remembered = next;
      const { document, location } = page();
      document.cookie = preferencesCookie(next, basePath, location.protocol === "https:");
      recheck();
    },
  };
}
