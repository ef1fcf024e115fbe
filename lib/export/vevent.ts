import { type Agent, DAY_MINUTES, type Week, type WeekBlock } from "#lib/schedule/types.ts";
import { Component, Duration, Property, Recur, type Time, wallTime } from "./ical.ts";
import { toLine } from "./plain-text.ts";

/** What all events of a calendar share. */
export interface EventSetting {
  /** IANA zone of the desk, in which blocks are wall-clock time. */
  readonly zone: string;
  /** The week in which events begin. */
  readonly days: Week["days"];
  /** When the calendar was asked for. */
  readonly stamp: Time;
}

export interface EventFacts {
  readonly uid: string;
  readonly agent: Pick<Agent, "name" | "department">;
  readonly skills: readonly string[];
  readonly block: WeekBlock;
}

/**
 * A block as an event that recurs every week, for ever.
 *
 * Its length is a DURATION, not a DTEND: from a first event in the week of a clock change, RFC 5545 would carry the
 * hour that this one week has more or less into every other. Whole days are counted as such, since the RFC gives a day
 * the length that it has. It leaves the readers of the calendar free (TRANSP): it is not their own time.
 */
export function makeEvent({ zone, days, stamp }: EventSetting, facts: EventFacts): Component {
  const { uid, agent, skills, block } = facts;
  const event = new Component("vevent");
  event.addPropertyWithValue("uid", uid);
  event.addPropertyWithValue("dtstamp", stamp);
  event.addProperty(startOf(block, days, zone));
  event.addPropertyWithValue("duration", durationOf(block));
  event.addPropertyWithValue("rrule", Recur.fromData({ freq: "WEEKLY" }));
  event.addPropertyWithValue("summary", toLine(agent.name));
  const about = [agent.department, skills.join("; ")].filter(Boolean).map((line) => toLine(line ?? ""));
  if (about.length > 0) event.addPropertyWithValue("description", about.join("\n"));
  event.addPropertyWithValue("transp", "TRANSPARENT");
  return event;
}

function startOf([start]: WeekBlock, days: Week["days"], zone: string): Property {
  const sinceMonday = Math.floor(start / DAY_MINUTES);
  const day = days.find(({ weekday }) => weekday === sinceMonday + 1) ?? days[0];
  const property = new Property("dtstart");
  property.setParameter("tzid", zone);
  property.setValue(wallTime(day.date, start % DAY_MINUTES));
  return property;
}

function durationOf([start, end]: WeekBlock): Duration {
  const minutes = end - start;
  return Duration.fromData({
    days: Math.floor(minutes / DAY_MINUTES),
    hours: Math.floor((minutes % DAY_MINUTES) / 60),
    minutes: minutes % 60,
  });
}
