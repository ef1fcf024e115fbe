import { type AwayEntry, readAwayEntry, writeAwayEntry } from "#lib/schedule/away.ts";
import { EXCEPTION_KINDS, type ExceptionKind } from "#lib/schedule/exceptions.ts";
import { type LocalDate, STATUSES, type Status, type WeekStart } from "#lib/schedule/types.ts";
import { readLocalDate } from "#lib/schedule/week.ts";
import { isZone } from "#lib/schedule/zone.ts";
import { choice, flag, list, listOf, type Param, recognised, text } from "./param.ts";

/** What the address says (product.md, section 4). All view state lives here and nowhere else. */

export const GROUPINGS = ["none", "department", "status", "skill", "company"] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const SORTINGS = ["attention", "name", "start", "hours"] as const;
export type Sorting = (typeof SORTINGS)[number];
export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["compact", "cosy"] as const;
export type Density = (typeof DENSITIES)[number];

/** Longest search text that is taken at its word. */
export const SEARCH_MAX = 200;

export interface View {
  /** Null: the first desk. */
  readonly desk: string | null;
  /** Any day of the week shown; null: the present week. */
  readonly week: LocalDate | null;
  /** Null: the desk's own zone. */
  readonly zone: string | null;
  readonly start: WeekStart | null;
  /** Empty: all but removed. */
  readonly status: readonly Status[];
  readonly skill: readonly string[];
  readonly match: "any" | "all";
  readonly department: readonly string[];
  readonly q: string;
  readonly on: boolean;
  /**
   * Only those in whom plan and status disagree in one of these ways; empty: whoever. A key of our own beside the
   * contract's, for what a click on the exceptions strip shows.
   */
  readonly exception: readonly ExceptionKind[];
  readonly group: Grouping;
  readonly sort: Sorting;
  /** Null for these three and `start`: what the preference cookie or the browser says. */
  readonly lang: Locale | null;
  readonly theme: Theme | null;
  readonly density: Density | null;
  /** Who is away in a what-if (product.md, section 6); empty: nobody. */
  readonly away: readonly AwayEntry[];
}

const anyText = (item: string) => item;

export const VIEW_PARAMS: { readonly [K in keyof View]: Param<View[K]> } = {
  desk: recognised((given) => (/^[\w.-]{1,64}$/.test(given) ? given : undefined)),
  week: recognised(readLocalDate),
  zone: recognised((given) => (isZone(given) ? given : undefined)),
  start: choice(["mon", "sun"], null),
  status: statusParam(),
  skill: list(anyText),
  match: choice(["any", "all"], "any"),
  department: list(anyText),
  q: text(SEARCH_MAX),
  on: flag(),
  exception: list<ExceptionKind>((item) => EXCEPTION_KINDS.find((kind) => kind === item)),
  group: choice(GROUPINGS, "department"),
  sort: choice(SORTINGS, "attention"),
  lang: choice(LOCALES, null),
  theme: choice(THEMES, null),
  density: choice(DENSITIES, null),
  away: listOf(readAwayEntry, writeAwayEntry),
};

/** All but removed is what an address without `status` means, so naming exactly those is the same as naming none. */
function statusParam(): Param<readonly Status[]> {
  const statuses = list<Status>((item) => STATUSES.find((status) => status === item));
  const usual = STATUSES.filter((status) => status !== "removed");
  const normal = (given: readonly Status[]) =>
    given.length === usual.length && usual.every((status) => given.includes(status)) ? [] : given;
  return {
    fallback: statuses.fallback,
    parse: (given) => {
      const read = statuses.parse(given);
      return read && normal(read);
    },
    serialise: (value) => statuses.serialise(normal(value)),
  };
}

export const VIEW_KEYS = Object.keys(VIEW_PARAMS) as readonly (keyof View)[];

export const DEFAULT_VIEW: View = Object.fromEntries(
  VIEW_KEYS.map((key) => [key, VIEW_PARAMS[key].fallback]),
) as unknown as View;

export interface ParsedView {
  readonly view: View;
  /** Keys whose value, in every repetition, was unusable and fell back. */
  readonly unusable: readonly (keyof View)[];
}

/**
 * Reads a query string. Of a repeated key the first usable value counts, unknown keys are ignored,
 * an empty value is the same as none. Never throws.
 */
export function parseView(search: URLSearchParams): ParsedView {
  const unusable: (keyof View)[] = [];
  const entries = VIEW_KEYS.map((key) => {
    const param: Param<unknown> = VIEW_PARAMS[key];
    const given = search.getAll(key).filter((value) => value !== "");
    const read = given.map((value) => param.parse(value)).find((value) => value !== undefined);
    if (read === undefined && given.length > 0) unusable.push(key);
    return [key, read ?? param.fallback];
  });
  return { view: Object.fromEntries(entries) as unknown as View, unusable };
}

/** The query string of a view, keys in a fixed order, defaults left out; "" for the default view. */
export function serialiseView(view: View): string {
  const search = new URLSearchParams();
  for (const key of VIEW_KEYS) {
    const param = VIEW_PARAMS[key] as Param<unknown>;
    const value = param.serialise(view[key]);
    if (value !== null && value !== "") search.set(key, value);
  }
  const query = search.toString();
  return query === "" ? "" : `?${query}`;
}
