import { expect, test } from "vitest";
import { DEFAULT_VIEW } from "#lib/contract/view.ts";
import { createCalendarFeed } from "./calendar-feeds.ts";
import type { RosterContext } from "./context.ts";
import { exportRoster } from "./export-roster.ts";
import { readCalendar } from "./read-calendar.ts";
import { readCoverage } from "./read-coverage.ts";
import { readNotes } from "./read-notes.ts";
import { readRoster } from "./read-roster.ts";
import { refreshRoster } from "./refresh-roster.ts";
import { WHOLE } from "./shape.ts";
import { createCalendarMemory } from "./testing/calendar-memory.ts";
import { openContext } from "./testing/open-context.ts";
import { ANNA } from "./testing/open-feed.ts";
import { listOf } from "./testing/scripted-desk.ts";

/**
 * What counts as somebody looking, so that a desk goes on being read (product.md, section 3). Board, wall, frame and machines
 * all read `/api/roster`, whoever they are to the product.
 */

const question = { deskKey: null, shape: WHOLE };
const VIEWER = { ...WHOLE, role: "viewer" as const };

const LOOKS: readonly (readonly [string, (context: RosterContext) => unknown])[] = [
  ["an open board, a wall, or an API key", (context) => readRoster(context, question)],
  ["a frame", (context) => readRoster(context, { ...question, shape: VIEWER })],
  ["notes", (context) => readNotes(context, { ...question, codes: [] })],
  [
    "coverage",
    (context) =>
      readCoverage(context, { ...question, week: null, start: null, zone: null, skills: [], away: [] }),
  ],
  ["an export", (context) => exportRoster(context, DEFAULT_VIEW)],
  ["a request for a round", (context) => refreshRoster(context, question)],
];

async function openIdle() {
  let looks = 0;
  const ignore = () => undefined;
  const observer = { onLook: () => looks++, onRound: ignore, onFailedAttempt: ignore, onUnexpected: ignore };
  const context = await openContext(listOf(ANNA), { pollWhenIdle: false, observer });
  return { context, looks: () => looks };
}

test.each(LOOKS)("%s", async (_, look) => {
  const { context, looks } = await openIdle();
  await look(context);
  expect(looks()).toBe(1);
});

test("a calendar that somebody has subscribed to", async () => {
  const { context, looks } = await openIdle();
  const calendar = { roster: context, calendars: createCalendarMemory() };
  const request = { agent: ANNA.id };
  const { secret } = await createCalendarFeed(calendar, { request, deskKey: null, createdBy: null });
  const before = looks();
  await readCalendar(calendar, secret);
  expect(looks()).toBe(before + 1);
});

test("asking how things stand is no look", async () => {
  const { context, looks } = await openIdle();
  for (const { feed } of context.desks.values()) feed.state();
  expect(looks()).toBe(0);
});
