import { dateOfDayNumber } from "#lib/schedule/local-date.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { offsetAt } from "#lib/schedule/zone.ts";
import { Component, Recur, UtcOffset, wallTime } from "./ical.ts";
import { findYearlyRule } from "./yearly-rule.ts";
import { findZoneChanges, type ZoneChange } from "./zone-changes.ts";

/** Long enough that every rule shows itself in all its days of the month, and that a list of dates lasts. */
const YEARS = 30;
/** A date of a calendar file has four digits for the year. */
const END_OF_YEARS = 10_000;
/** Before the first year whose changes are told, the offset is said to have been the same since 1970. */
const LONG_AGO = { date: dateOfDayNumber(0), minute: 0 };

/**
 * A zone as calendar programs need it (RFC 5545, section 3.6.5), from the same zone data as everything else here, so
 * that calendar and board agree. It holds from the year before `year` on: for ever where the zone's changes follow a
 * yearly rule, and otherwise (Cairo's autumn, Gaza) for the 30 years whose changes it lists.
 */
export function makeVtimezone(zone: string, year: number): Component {
  const firstYear = year - 1;
  const endYear = Math.min(firstYear + YEARS, END_OF_YEARS);
  const changes = findZoneChanges(zone, firstYear, endYear);
  const offset = changes[0]?.from ?? offsetAt(asInstant(Date.UTC(firstYear, 0)), zone);
  const component = new Component("vtimezone");
  component.addPropertyWithValue("tzid", zone);
  component.addSubcomponent(makeObservance({ ...LONG_AGO, from: offset, to: offset }));
  for (const { first, rule, others } of seriesOf(changes, endYear - 1)) {
    const observance = makeObservance(first);
    if (rule !== null) observance.addPropertyWithValue("rrule", Recur.fromString(rule));
    if (others.length > 0) for (const change of [first, ...others]) addDate(observance, change);
    component.addSubcomponent(observance);
  }
  return component;
}

/** Changes that one observance tells: the first, and those that follow by a yearly rule or by their dates. */
interface Series {
  readonly first: ZoneChange;
  readonly rule: string | null;
  readonly others: readonly ZoneChange[];
}

function seriesOf(changes: readonly ZoneChange[], lastYear: number): readonly Series[] {
  const groups = groupBy(changes, (change) => [change.from, change.to, change.minute, monthOf(change)]);
  const ruled = groups.flatMap(([first, ...others]) => {
    const rule = first ? findYearlyRule([first, ...others].map(({ date }) => date)) : null;
    // What ends before the last year, or was seen but once, is no rule for the years to come.
    const goesOn = others.at(-1)?.date.startsWith(`${lastYear}-`);
    return first && rule !== null && goesOn ? [{ first, rule, told: [first, ...others] }] : [];
  });
  const told = new Set(ruled.flatMap((series) => series.told));
  const untold = changes.filter((change) => !told.has(change));
  const listed = groupBy(untold, ({ from, to }) => [from, to]).flatMap(([first, ...others]) =>
    first ? [{ first, rule: null, others }] : [],
  );
  return [...ruled.map(({ first, rule }) => ({ first, rule, others: [] })), ...listed];
}

const monthOf = ({ date }: ZoneChange) => Number(date.slice(5, 7));

/** In the order in which the keys come up. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => readonly number[]): readonly (readonly T[])[] {
  return [...Map.groupBy(items, (item) => keyOf(item).join()).values()];
}

function makeObservance({ date, minute, from, to }: ZoneChange): Component {
  const observance = new Component(to > from ? "daylight" : "standard");
  observance.addPropertyWithValue("dtstart", wallTime(date, minute));
  observance.addPropertyWithValue("tzoffsetfrom", UtcOffset.fromSeconds(from * 60));
  observance.addPropertyWithValue("tzoffsetto", UtcOffset.fromSeconds(to * 60));
  return observance;
}

/**
 * A property a date, and the first among them although it stands in DTSTART: there are readers that take one date of
 * each property, and readers that forget DTSTART where there are others.
 */
function addDate(observance: Component, { date, minute }: ZoneChange): void {
  observance.addPropertyWithValue("rdate", wallTime(date, minute));
}
