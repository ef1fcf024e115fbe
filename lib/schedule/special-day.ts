import type { Calendar } from "./calendar-hours.ts";
import { asInstant, type Day, type Weekday } from "./types.ts";
import { dateAt } from "./zone.ts";

/** A day that is not like its weekday, as a head can name it. */
export type SpecialDay =
  | { readonly kind: "holiday"; readonly name: string }
  | { readonly kind: "workday"; readonly name: string | null; readonly like: Weekday };

/**
 * What the plan says of a day on screen; null where it is a day like others. The plan speaks of dates of the desk's
 * zone: on a screen in another zone the day is that of its middle. A date that is named as both is a holiday.
 */
export function specialDayOf(
  day: Day,
  { holidays, workdays }: Calendar,
  deskZone: string,
): SpecialDay | null {
  const date = dateAt(asInstant((day.startAt + day.endAt) / 2), deskZone);
  const holiday = holidays.find((one) => one.date === date);
  if (holiday) return { kind: "holiday", name: holiday.name };
  const workday = workdays.find((one) => one.date === date);
  return workday ? { kind: "workday", name: workday.name, like: workday.like } : null;
}
