import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import type { WeekBlock } from "#lib/schedule/types.ts";

/** A calendar as ical.js reads it, which refuses what the RFC does not allow. */
export function readStrictly(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const events = calendar.getAllSubcomponents("vevent");
  return { calendar, events };
}

/** The same calendar as another library reads it: times are instants. */
export function readWithOtherEyes(ics: string): readonly VEvent[] {
  const objects = Object.values(nodeIcal.sync.parseICS(ics));
  return objects.filter((object): object is VEvent => object?.type === "VEVENT");
}

/** The block that an event stands for, by its weekday, time of day and length. */
export function readBlock(event: InstanceType<typeof ICAL.Component>): WeekBlock {
  const start = new ICAL.Event(event).startDate;
  const duration = event.getFirstPropertyValue("duration");
  if (!(duration instanceof ICAL.Duration)) throw new TypeError("no duration");
  // ical.js counts from Sunday = 1.
  const startMinute = ((start.dayOfWeek() + 5) % 7) * 1440 + start.hour * 60 + start.minute;
  return [startMinute, startMinute + duration.toSeconds() / 60];
}
