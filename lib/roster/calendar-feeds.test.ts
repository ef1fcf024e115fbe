import { describe, expect, test } from "vitest";
import { feedsSchema, type NewFeedJson } from "#lib/contract/feeds.ts";
import {
  type CalendarContext,
  createCalendarFeed,
  listCalendarFeeds,
  revokeCalendarFeed,
} from "./calendar-feeds.ts";
import { readCalendar } from "./read-calendar.ts";
import { createCalendarMemory } from "./testing/calendar-memory.ts";
import { listWithSkills, openContext } from "./testing/open-context.ts";
import { fail } from "./testing/open-feed.ts";

const ENGLISH = { id: "en", name: "英语", isDefault: false };
const desk = listWithSkills(
  [ENGLISH],
  { id: "ann", name: "Ann", department: "sales", skillIds: ["en"], email: "ann@acme.example" },
  { id: "bob", name: "Bob", department: "sales", skillIds: [] },
  { id: "cat", name: "Cat", department: "law", skillIds: ["en"] },
  { id: "old", name: "Old", department: "law", skillIds: ["en"], status: "removed" },
);

async function open(present: Parameters<typeof openContext>[0] = desk) {
  const calendars = createCalendarMemory();
  const context: CalendarContext = { roster: await openContext(present), calendars };
  const make = (request: NewFeedJson, deskKey: string | null = null) =>
    createCalendarFeed(context, { request, deskKey, createdBy: "cron" });
  return { context, make, kept: calendars.kept };
}

describe("a subscription", () => {
  test.each<[NewFeedJson, string[]]>([
    [{ agent: "bob" }, ["bob"]],
    [{ skill: "en" }, ["ann", "cat"]],
    [{ department: "sales" }, ["ann", "bob"]],
    [{ desk: "main", department: "law" }, ["cat"]],
    [{ agent: "old" }, []],
  ])("for %j holds %j, in the roster's order and without the removed", async (request, ids) => {
    const { context, make } = await open();
    const { secret } = await make(request);
    const { roster } = await readCalendar(context, secret);
    expect(roster.agents.map(({ id }) => id)).toEqual(ids);
  });

  test("begins with the present week, and holds no email", async () => {
    const { context, make } = await open();
    const { secret } = await make({ agent: "ann" });
    const calendar = await readCalendar(context, secret);
    expect(calendar.week.days[0].date).toBe("2026-11-16");
    expect(JSON.stringify(calendar)).not.toContain("acme.example");
  });

  test("has a secret of 256 bits that is kept nowhere, and an id that tells nothing of it", async () => {
    const { make, kept } = await open();
    const made = [await make({ agent: "ann" }), await make({ agent: "ann" })];
    for (const { id, secret } of made) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
      expect(JSON.stringify(kept)).not.toContain(secret);
      expect(secret).not.toContain(id);
    }
    expect(new Set(made.flatMap(({ id, secret }) => [id, secret])).size).toBe(4);
  });

  test("is listed without its secret, and gone once it is revoked", async () => {
    const { context, make, kept } = await open();
    const { id, secret } = await make({ skill: "en" });
    const other = await make({ agent: "bob" });
    const list = await listCalendarFeeds(context);
    expect(feedsSchema.parse(list)).toEqual(list);
    expect(list.feeds[0]).toEqual({
      id,
      desk: "main",
      agent: null,
      skill: "en",
      department: null,
      createdAt: "2026-11-19T09:20:00.000Z",
      createdBy: "cron",
    });
    expect(JSON.stringify(list)).not.toContain(kept[0]?.secretHash);
    await revokeCalendarFeed(context, id);
    await expect(readCalendar(context, secret)).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeCalendarFeed(context, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await readCalendar(context, other.secret)).roster.agents).toHaveLength(1);
  });
});

describe("is refused", () => {
  test.each<[NewFeedJson, string | null, string]>([
    [{ agent: "nobody" }, null, "invalid"],
    [{ skill: "fr" }, null, "invalid"],
    [{ department: "art" }, null, "invalid"],
    [{ agent: "ann" }, "other", "not_found"],
    [{ agent: "ann", desk: "other" }, "main", "not_found"],
  ])("%j for desk %j: %s", async (request, deskKey, code) => {
    const { make, kept } = await open();
    await expect(make(request, deskKey)).rejects.toMatchObject({ code });
    expect(kept).toEqual([]);
  });

  test("before a first roster", async () => {
    const { make } = await open(fail("timeout"));
    await expect(make({ agent: "ann" })).rejects.toMatchObject({ code: "upstream_unavailable" });
  });

  test("when there are a thousand already", async () => {
    const { make, kept } = await open();
    await make({ agent: "ann" });
    const [first] = kept;
    if (first) kept.push(...Array.from({ length: 999 }, (_, i) => ({ ...first, id: `f${i}` })));
    await expect(make({ agent: "ann" })).rejects.toMatchObject({ code: "invalid" });
  });

  test.each(["", "x", "A".repeat(43)])("a secret such as %j", async (secret) => {
    const { context, make } = await open();
    await make({ agent: "ann" });
    await expect(readCalendar(context, secret)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a calendar of a desk that is gone", async () => {
    const { context, make, kept } = await open();
    const { secret } = await make({ agent: "ann" });
    const [feed] = kept.splice(0);
    if (feed) kept.push({ ...feed, deskKey: "gone" });
    await expect(readCalendar(context, secret)).rejects.toMatchObject({ code: "not_found" });
  });
});
