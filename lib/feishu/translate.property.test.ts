import fc from "fast-check";
import { expect, it } from "vitest";
import { RECORD_NOTES, STATUSES, WEEK_MINUTES } from "#lib/schedule/types.ts";
import { readId } from "./read-value.ts";
import { translateRecords } from "./translate.ts";

/** What holds for any JSON whatever, and for any readable rules against a slow and obvious reading of them. */

const json = fc.jsonValue({ maxDepth: 3 });

/** Mostly the right field names with odd values, so that the reading gets past its first step. */
const oddRule = fc.oneof(
  json,
  fc.record(
    {
      weekday: fc.oneof(
        fc.integer({ min: -1, max: 13 }),
        fc.constantFrom("1", " 9 ", "１０", 1.5, null),
        json,
      ),
      start_time: fc.oneof(fc.constantFrom("09:00", "24:00", "22:00", "9:00", "9am", "", null), json),
      end_time: fc.oneof(fc.constantFrom("18:00", "24:00", "23:59", "06:00", "09:00", "00:00", null), json),
    },
    { requiredKeys: [] },
  ),
);
const oddId = fc.oneof(fc.constantFrom("a", "b", "__proto__", "", " ", 1, null), json);
const oddRecord = fc.oneof(
  { weight: 1, arbitrary: json },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        status: fc.oneof(fc.integer({ min: 0, max: 5 }), json),
        agent: fc.oneof(
          fc.record(
            { id: oddId, name: json, avatar_url: json, email: json, department: json, company_name: json },
            { requiredKeys: ["id"] },
          ),
          json,
        ),
        schedule: fc.oneof(fc.array(oddRule, { maxLength: 6 }), json),
        agent_skills: fc.oneof(
          fc.array(fc.record({ id: oddId, name: json, is_default: json }), { maxLength: 4 }),
          json,
        ),
      },
      { requiredKeys: [] },
    ),
  },
);

/** The ids that a patient reader finds in the records. */
function idsOf(records: readonly unknown[]): string[] {
  return records.flatMap((record) => {
    const agent = Object(Object(record).agent);
    const isReadable = !Array.isArray(record) && !Array.isArray(agent);
    const id = isReadable ? readId(agent.id) : undefined;
    return id === undefined ? [] : [id];
  });
}

it("no JSON makes it throw, lose an agent that has an id, or give a week that is not sorted, merged and in bounds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(oddRecord, { maxLength: 12 }), fc.boolean(), async (records, removed) => {
      const list = await translateRecords(records, { removed });
      const ids = idsOf(records);
      expect(list.records.map(({ agent }) => agent.id)).toEqual([...new Set(ids)]);
      expect(list.setAsideAgents).toBe(records.length - ids.length);
      for (const { agent, skills } of list.records) {
        let last = -1;
        for (const [start, end] of agent.week) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(WEEK_MINUTES);
        expect(agent.notes).toEqual(RECORD_NOTES.filter((note) => agent.notes.includes(note)));
        expect(STATUSES).toContain(agent.status);
        expect(agent.name).not.toBe("");
        expect(agent.skillIds).toEqual(skills.map(({ id }) => id));
        expect(new Set(agent.skillIds).size).toBe(agent.skillIds.length);
      }
    }),
    { numRuns: 400 },
  );
});

const DAYS: Readonly<Record<number, readonly number[]>> = {
  9: [0, 1, 2, 3, 4, 5, 6],
  10: [0, 1, 2, 3, 4],
  11: [5, 6],
};
const minutes = fc.integer({ min: 0, max: 1439 });
const readableRule = fc.record({
  weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 9, 10, 11),
  start: minutes,
  end: minutes,
});
const asTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

it("the week is what painting it minute by minute gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(readableRule, { maxLength: 8 }), async (rules) => {
      const painted = new Uint8Array(WEEK_MINUTES);
      for (const { weekday, start, end } of rules) {
        const until = end === 1439 ? 1440 : end;
        for (const day of DAYS[weekday] ?? [weekday - 1]) {
          for (let m = start; until !== start && m !== (until < start ? until + 1440 : until); m++) {
            const at = (day * 1440 + m) % WEEK_MINUTES;
            painted[at] = (painted[at] ?? 0) + 1;
          }
        }
      }
      const schedule = rules.map(({ weekday, start, end }) => ({
        weekday,
        start_time: asTime(start),
        end_time: asTime(end),
      }));
      const { records } = await translateRecords([{ agent: { id: "a", name: "A" }, schedule }], {
        removed: false,
      });
      const read = new Uint8Array(WEEK_MINUTES);
      for (const [start, end] of records[0]?.agent.week ?? []) read.fill(1, start, end);
      expect(read.every((on, minute) => (on === 1) === (painted[minute] ?? 0) > 0)).toBe(true);
      expect(records[0]?.agent.notes.includes("overlap")).toBe(painted.some((times) => times > 1));
    }),
    { numRuns: 150 },
  );
});
