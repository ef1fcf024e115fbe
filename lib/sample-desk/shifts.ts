import type { WireRule } from "#lib/feishu/wire.ts";

/**
 * The kinds of week that the sample's agents have, as an administrator would enter them in Feishu:
 * single days, and the codes 9 (every day), 10 (Monday–Friday) and 11 (weekend).
 *
 * Together they leave the desk empty from 06:00 to 08:00 on weekdays, so that a gap can be seen.
 */

const DAILY = 9;
const WORKDAYS = 10;
const WEEKEND = 11;

/** `"09:00-12:00 13:00-18:00"` on each of `weekdays`. */
function rules(weekdays: number | readonly number[], hours: string): readonly WireRule[] {
  return [weekdays].flat().flatMap((weekday) =>
    hours.split(" ").map((span) => {
      const [start_time = "", end_time = ""] = span.split("-");
      return { start_time, end_time, weekday };
    }),
  );
}

export const SHIFTS = {
  day: rules(WORKDAYS, "09:00-18:00"),
  early: rules(WORKDAYS, "08:00-16:00"),
  ten: rules(WORKDAYS, "10:00-18:00"),
  japan: rules(WORKDAYS, "08:00-17:00"),
  split: rules(WORKDAYS, "09:00-12:00 13:00-18:00"),
  splitTueSat: rules([2, 3, 4, 5, 6], "09:30-12:00 13:30-18:30"),
  sixDays: rules([1, 2, 3, 4, 5, 6], "10:00-12:30 14:00-18:00"),
  mornings: rules([1, 2, 3, 4, 5, 6], "08:00-12:00"),
  afternoons: rules([1, 2, 3, 4, 5, 6], "13:30-17:30"),
  peaks: rules([1, 2, 3, 4, 5, 6], "11:30-14:00 18:00-21:00"),
  threePeaks: rules(WORKDAYS, "08:00-10:00 12:00-14:00 18:00-20:00"),
  late: rules(WORKDAYS, "13:00-22:00"),
  europe: rules(WORKDAYS, "15:00-23:00"),
  evenings: rules(DAILY, "17:30-19:30 20:00-22:30"),
  night: rules(WORKDAYS, "22:00-06:00"),
  nightTueSat: rules([2, 3, 4, 5, 6], "22:00-06:00"),
  nightSunThu: rules([7, 1, 2, 3, 4], "22:00-06:00"),
  nightBroken: rules([5, 6, 7, 1], "22:00-02:00 02:30-06:00"),
  saturday: rules(6, "00:00-24:00"),
  weekend: rules(WEEKEND, "09:00-21:00"),
  weekendSplit: rules(WEEKEND, "09:00-13:00 14:00-19:00"),
  threeDays: rules([1, 3, 5], "09:00-12:30 13:30-17:30"),
  twoDays: rules([2, 4], "09:00-12:30 13:30-17:30"),
  empty: rules([], ""),
} as const;
export type ShiftKey = keyof typeof SHIFTS;
