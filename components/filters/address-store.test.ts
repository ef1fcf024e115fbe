import { describe, expect, it } from "vitest";
import { NO_PREFERENCES } from "#lib/contract/preferences.ts";
import { type AddressWindow, createAddressStore } from "./address-store.ts";

/** A window with a real history: a list of addresses and a position. */
function openPage(address: string) {
  const base = "https://rota.example";
  const stack = [new URL(address, base)];
  let position = 0;
  const listeners = new Set<() => void>();
  const page: AddressWindow & { back(): void; depth(): number } = {
    get location() {
      return stack[position] ?? new URL(base);
    },
    history: {
      pushState: (_state, _unused, url) => {
        stack.splice(++position, Number.POSITIVE_INFINITY, new URL(String(url), base));
      },
      replaceState: (_state, _unused, url) => {
        stack[position] = new URL(String(url), base);
      },
    },
    document: { cookie: "" },
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    back() {
      position--;
      for (const listener of listeners) listener();
    },
    depth: () => stack.length,
  };
  return page;
}

function watch(address: string) {
  const page = openPage(address);
  const store = createAddressStore(NO_PREFERENCES, () => page);
  let heard = 0;
  const stop = store.subscribe(() => void heard++);
  return { page, store, stop, heard: () => heard };
}

describe("the address store", () => {
  it("pushes an address that Back returns from, and keeps path and fragment", () => {
    const { page, store, heard } = watch("/rota/coverage?q=li#gaps");
    store.go("?q=wang", "push");
    expect(`${page.location.pathname}${page.location.search}${page.location.hash}`).toBe(
      "/rota/coverage?q=wang#gaps",
    );
    expect(heard()).toBe(1);
    page.back();
    expect(store.search()).toBe("?q=li");
    expect(heard()).toBe(2);
  });

  it("replaces while somebody types", () => {
    const { page, store } = watch("/");
    store.go("?q=l", "replace");
    store.go("?q=li", "replace");
    expect(store.search()).toBe("?q=li");
    expect(page.depth()).toBe(1);
  });

  it("leaves the history alone when nothing changes", () => {
    const { page, store, heard } = watch("/?on=1");
    store.go("?on=1", "push");
    expect(page.depth()).toBe(1);
    expect(heard()).toBe(0);
  });

  it("stops listening with its last listener", () => {
    const { page, store, stop, heard } = watch("/");
    store.go("?on=1", "push");
    stop();
    page.back();
    expect(heard()).toBe(1);
  });

  it("remembers preferences in the cookie, bound to the base path", () => {
    const { page, store, heard } = watch("/rota/");
    store.remember({ ...NO_PREFERENCES, theme: "dark" }, "/rota");
    expect(store.remembered().theme).toBe("dark");
    expect(page.document.cookie).toContain("rota_prefs=theme=dark; Path=/rota;");
    expect(page.document.cookie).toContain("Secure");
    expect(heard()).toBe(1);
  });
});
