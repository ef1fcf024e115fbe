import type { WeekStart } from "#lib/schedule/types.ts";
import { type Density, type Locale, type Theme, VIEW_PARAMS } from "./view.ts";

/**
 * What one cookie remembers of a viewer's taste (product.md, section 4); the address wins over it.
 * The cookie's value is the same query text as in the address: `lang=zh&theme=dark`.
 */
export interface Preferences {
  readonly lang: Locale | null;
  readonly theme: Theme | null;
  readonly density: Density | null;
  readonly start: WeekStart | null;
}

export const PREFERENCES_COOKIE = "rota_prefs";
export const PREFERENCE_KEYS = ["lang", "theme", "density", "start"] as const;
export const NO_PREFERENCES: Preferences = { lang: null, theme: null, density: null, start: null };

const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** Reads the cookie's value. Anything unusable counts as not remembered; never throws. */
export function readPreferences(cookieText: string | null | undefined): Preferences {
  const search = new URLSearchParams(cookieText ?? "");
  const given = (key: keyof Preferences) => search.get(key) ?? "";
  return {
    lang: VIEW_PARAMS.lang.parse(given("lang")) ?? null,
    theme: VIEW_PARAMS.theme.parse(given("theme")) ?? null,
    density: VIEW_PARAMS.density.parse(given("density")) ?? null,
    start: VIEW_PARAMS.start.parse(given("start")) ?? null,
  };
}

/** The cookie's value; "" where nothing is remembered. */
export function writePreferences(preferences: Preferences): string {
  const search = new URLSearchParams();
  for (const key of PREFERENCE_KEYS) {
    const value = preferences[key];
    if (value !== null) search.set(key, value);
  }
  return search.toString();
}

/**
 * The text for `document.cookie`: kept for a year, for the product's own pages alone.
 * `basePath` is "" or the prefix behind which a portal serves the product.
 */
export function preferencesCookie(preferences: Preferences, basePath: string, secure: boolean): string {
  const attributes = `Path=${basePath === "" ? "/" : basePath}; Max-Age=${ONE_YEAR_S}; SameSite=Lax`;
  return `${PREFERENCES_COOKIE}=${writePreferences(preferences)}; ${attributes}${secure ? "; Secure" : ""}`;
}
