"use client";

import { usePathname, useSearchParams } from "next/navigation";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { PREFERENCE_KEYS, type Preferences } from "#lib/contract/preferences.ts";
import { type Density, type Locale, parseView, type Theme, type View } from "#lib/contract/view.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { WeekStart } from "#lib/schedule/types.ts";
import { basePathOf, patchSearch } from "./address.ts";
import { type AddressStore, createAddressStore } from "./address-store.ts";
import { LanguageProvider, useLanguage } from "./language.tsx";

/** The address as the page's only state (product.md, section 4). */
export interface ViewState {
  readonly view: View;
  /** The four tastes after address, cookie and browser have been asked, in this order. */
  readonly resolved: {
    readonly lang: Locale;
    readonly theme: Theme;
    readonly density: Density;
    readonly start: WeekStart;
  };
  /** Keys whose value in the address fell back to the default. */
  readonly unusable: readonly (keyof View)[];
  /**
   * Changes the address. By default it can be undone with Back; a change of taste alone replaces, and so
   * should a search text while it is typed.
   */
  setView(patch: Partial<View>, how?: "push" | "replace"): void;
  /** The address with `patch`, for next/link: `path` (default: this page) without the base path. */
  hrefOf(patch: Partial<View>, path?: string): string;
}

/** The page that stands in a portal's frame. */
const FRAME_PATH = "/embed";

const ViewContext = createContext<ViewState | null>(null);

interface ViewProviderProps {
  /** The query string that the server saw, so that the first render here is the same. */
  readonly initialSearch: string;
  /** What the cookie remembers. */
  readonly preferences: Preferences;
  /** What the browser asked for in Accept-Language. */
  readonly browserLang?: Locale;
  readonly children: ReactNode;
}

export function ViewProvider({
  initialSearch,
  preferences,
  browserLang = "zh",
  children,
}: ViewProviderProps) {
  const [store] = useState(() => createAddressStore(preferences));
  const path = usePathname();
  const search = useSyncExternalStore(store.subscribe, store.search, () => initialSearch);
  const remembered = useSyncExternalStore(store.subscribe, store.remembered, () => preferences);
  useRecheckAfterNavigation(store, path);

  const { view, unusable } = useMemo(() => parseView(new URLSearchParams(search)), [search]);
  const lang = view.lang ?? remembered.lang ?? browserLang;
  const theme = view.theme ?? remembered.theme ?? "system";
  const density = view.density ?? remembered.density ?? "cosy";
  const start = view.start ?? remembered.start ?? "mon";
  useDocumentTheme(theme);

  const setView = useCallback<ViewState["setView"]>(
    (patch, how) => {
      const tastes = PREFERENCE_KEYS.filter((key) => patch[key] !== undefined && patch[key] !== null);
      // A portal's taste is its own, and no wish of the viewer's.
      if (tastes.length > 0 && path !== FRAME_PATH) {
        const changed = Object.fromEntries(tastes.map((key) => [key, patch[key]]));
        store.remember({ ...store.remembered(), ...changed }, basePathOf(window.location.pathname, path));
      }
      const usual = tastes.length > 0 && tastes.length === Object.keys(patch).length ? "replace" : "push";
      store.go(patchSearch(store.search(), patch), how ?? usual);
    },
    [store, path],
  );
  const hrefOf = useCallback<ViewState["hrefOf"]>(
    (patch, to = path) => `${to}${patchSearch(search, patch)}`,
    [search, path],
  );
  const state = useMemo(
    () => ({ view, resolved: { lang, theme, density, start }, unusable, setView, hrefOf }),
    [view, lang, theme, density, start, unusable, setView, hrefOf],
  );
  return (
    <ViewContext value={state}>
      <LanguageProvider wanted={lang} onStay={(stay) => setView({ lang: stay })}>
        {children}
      </LanguageProvider>
    </ViewContext>
  );
}

/** A link of the router changes the address without telling the store. */
function useRecheckAfterNavigation(store: AddressStore, path: string) {
  const params = useSearchParams();
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are only the signal that the router has moved
  useEffect(() => store.recheck(), [store, path, params]);
}

/** The server set it for its first answer; from then on it follows the viewer at once. */
function useDocumentTheme(theme: Theme) {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
}

export function useView(): ViewState {
  const state = use(ViewContext);
  if (state === null) throw new Error("useView needs a ViewProvider above it");
  return state;
}

/** The words of every page, in the language on screen. */
export function useWords(): Words {
  return useLanguage().words;
}

/** Together with words that only some pages have, and bring along in every language. */
export function useWordsWith<M extends object>(more: Readonly<Record<Locale, M>>): Words & M {
  const { locale, words } = useLanguage();
  return useMemo(() => ({ ...words, ...more[locale] }), [words, locale, more]);
}

/** The language on screen, which is the one that the view asks for as soon as its words are here. */
export function useLocale(): Locale {
  return useLanguage().locale;
}
