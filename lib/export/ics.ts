import type { Agent, Instant, Roster, Week } from "#lib/schedule/types.ts";
import { makeEventUid } from "./event-uid.ts";
import { Component, Property, Time } from "./ical.ts";
import { toLine } from "./plain-text.ts";
import { makeSkillNames } from "./skill-names.ts";
import { slicesOf } from "./slices.ts";
import { type EventSetting, makeEvent } from "./vevent.ts";
import { makeVtimezone } from "./vtimezone.ts";

/** When a calendar is asked for, and where it begins. */
export interface CalendarMoment {
  readonly askedAt: Instant;
  /** The week in which the events begin, on the days of the desk's zone. */
  readonly days: Week["days"];
}

/** Some hundred events: a few milliseconds of work. */
const AGENTS_PER_CHUNK = 20;
const LAST_LINE = "END:VCALENDAR\r\n";

/**
 * The weeks of the agents as a calendar (RFC 5545), in chunks of text: the desk's zone, then an event a block, agents
 * in their order (product.md, section 5). It holds no email. A block over Sunday midnight is two events, as it is two
 * blocks in the template: the calendar then holds the week on screen from its first minute on. There is no METHOD:
 * to publish by RFC 5546 takes an organizer with an address, and this calendar invites nobody.
 */
export function* writeIcs(
  roster: Pick<Roster, "desk" | "agents" | "skills">,
  { askedAt, days }: CalendarMoment,
): Generator<string> {
  const { desk } = roster;
  const skillNames = makeSkillNames(roster);
  const stamp = Time.fromJSDate(new Date(askedAt), true);
  const setting: EventSetting = { zone: desk.timeZone, days, stamp };
  const eventsOf = (agent: Agent) =>
    agent.week.map((block) => {
      const uid = makeEventUid(desk.key, agent.id, block);
      return makeEvent(setting, { uid, agent, skills: skillNames(agent), block });
    });
  yield openCalendar(roster, days);
  for (const agents of slicesOf(roster.agents, AGENTS_PER_CHUNK)) {
    yield agents.flatMap(eventsOf).map(print).join("");
  }
  yield LAST_LINE;
}

/** All of a calendar that stands before its events. */
function openCalendar({ desk }: Pick<Roster, "desk">, days: Week["days"]): string {
  const calendar = new Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Helpdesk Rota//Helpdesk Rota//EN");
  // The name under which calendar programs list it. Of another's property ical.js must be told that it is text.
  calendar.addProperty(new Property(["x-wr-calname", {}, "text", toLine(desk.name)]));
  calendar.addSubcomponent(makeVtimezone(desk.timeZone, Number(days[0].date.slice(0, 4))));
  return print(calendar).slice(0, -LAST_LINE.length);
}

const print = (component: Component) => `${component.toString()}\r\n`;
