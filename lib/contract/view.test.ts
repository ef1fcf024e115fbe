import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeAwayEntry } from "#lib/schedule/away.ts";
import { EXCEPTION_KINDS } from "#lib/schedule/exceptions.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import { aways } from "#lib/schedule/testing/desks.ts";
import { STATUSES } from "#lib/schedule/types.ts";
import { readLocalDate } from "#lib/schedule/week.ts";
import {
  DEFAULT_VIEW,
  DENSITIES,
  GROUPINGS,
  LOCALES,
  parseView,
  SEARCH_MAX,
  SORTINGS,
  serialiseView,
  THEMES,
  VIEW_KEYS,
  type View,
} from "./view.ts";

const parse = (query: string) => parseView(new URLSearchParams(query));
const orNull = <T>(words: readonly T[]) => fc.constantFrom(null, ...words);
const names = fc.uniqueArray(
  fc
    .string({ unit: "grapheme" })
    .map((name) => name.trim())
    .filter((name) => name !== ""),
  { maxLength: 4 },
);

/** All but removed, spelt out, is the same view as none, so it is not among these. */
const statuses = fc
  .subarray([...STATUSES])
  .filter((given) => given.length !== 4 || given.includes("removed"));

/** Nobody, or entries that are each written differently. */
const away = fc
  .oneof(fc.constant([]), aways(date("2026-11-23")))
  .filter((entries) => new Set(entries.map(writeAwayEntry)).size === entries.length);

const views: fc.Arbitrary<View> = fc.record({
  desk: orNull(["main", "eu-1", "a.b_c"]),
  week: orNull(
    ["2026-11-23", "2028-02-29", "1970-01-01", "9999-12-31"].map((text) => readLocalDate(text) ?? null),
  ),
  zone: orNull(["Asia/Shanghai", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"]),
  start: orNull(["mon", "sun"] as const),
  status: statuses,
  skill: names,
  match: fc.constantFrom("any", "all"),
  department: names,
  q: fc.string({ unit: "grapheme", maxLength: 40 }).map((q) => q.trim()),
  on: fc.boolean(),
  exception: fc.subarray([...EXCEPTION_KINDS]),
  group: fc.constantFrom(...GROUPINGS),
  sort: fc.constantFrom(...SORTINGS),
  lang: orNull(LOCALES),
  theme: orNull(THEMES),
  density: orNull(DENSITIES),
  away,
});

describe("the address", () => {
  it("says every view, and is read as the same", () => {
    fc.assert(
      fc.property(views, (view) => {
        const query = serialiseView(view);
        expect(parse(query)).toEqual({ view, unusable: [] });
        expect(serialiseView(parse(query).view)).toBe(query);
      }),
      { numRuns: 500 },
    );
  });

  it("says nothing for the default view", () => {
    expect(serialiseView(DEFAULT_VIEW)).toBe("");
    expect(parse("")).toEqual({ view: DEFAULT_VIEW, unusable: [] });
  });

  it("has the contract's defaults", () => {
    expect(DEFAULT_VIEW).toEqual({
      desk: null,
      week: null,
      zone: null,
      start: null,
      status: [],
      skill: [],
      match: "any",
      department: [],
      q: "",
      on: false,
      exception: [],
      group: "department",
      sort: "attention",
      lang: null,
      theme: null,
      density: null,
      away: [],
    });
  });

  it("never throws, and what it makes of anything can be said again", () => {
    const pairs = fc.array(fc.tuple(fc.constantFrom(...VIEW_KEYS, "other"), fc.string({ unit: "binary" })));
    fc.assert(
      fc.property(pairs, (given) => {
        const { view } = parseView(new URLSearchParams(given));
        expect(parse(serialiseView(view)).view).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });
});

describe("an unusable value falls back and is reported", () => {
  it.each([
    ["desk", "a/b"],
    ["desk", "x".repeat(65)],
    ["week", "2026-02-30"],
    ["week", "this week"],
    ["zone", "+08:00"],
    ["zone", "Mars/Olympus"],
    ["start", "tue"],
    ["status", "online,sleeping"],
    ["match", "none"],
    ["q", "x".repeat(SEARCH_MAX + 1)],
    ["on", "yes"],
    ["group", "team"],
    ["sort", "Name"],
    ["lang", "de"],
    ["theme", "blue"],
    ["density", "2"],
    ["away", "dept:"],
    ["away", "ou_ann,ou_bo@2026-02-30"],
  ] as const)("%s=%s", (key, value) => {
    const { view, unusable } = parse(new URLSearchParams({ [key]: value }).toString());
    expect(view).toEqual(DEFAULT_VIEW);
    expect(unusable).toEqual([key]);
  });
});

describe("repeated, empty and unknown keys", () => {
  it.each<[string, Partial<View>, string[]]>([
    ["sort=nonsense&sort=hours&sort=name", { sort: "hours" }, []],
    ["sort=nonsense&sort=more", { sort: "attention" }, ["sort"]],
    ["week=&week=2026-11-23", { week: readLocalDate("2026-11-23") ?? null }, []],
    ["q=", { q: "" }, []],
    ["status=", { status: [] }, []],
    ["utm_source=mail&__proto__=1&constructor=2&toString=3", {}, []],
    ["status=online,offline,off_duty,unknown", { status: [] }, []],
    ["status=unknown,off_duty,offline,online", { status: [] }, []],
    ["status=removed", { status: ["removed"] }, []],
    ["department=A%5C%2CB,C", { department: ["A,B", "C"] }, []],
    ["q=+zhang+san+", { q: "zhang san" }, []],
    ["away=all,all", { away: [{ who: { kind: "all" }, days: null }] }, []],
    [
      "away=dept:A%5C,B@2026-11-26",
      {
        away: [
          {
            who: { kind: "department", name: "A,B" },
            days: { from: date("2026-11-26"), to: date("2026-11-26") },
          },
        ],
      },
      [],
    ],
  ])("?%s", (query, expected, unusable) => {
    expect(parse(query)).toEqual({ view: { ...DEFAULT_VIEW, ...expected }, unusable });
  });
});
