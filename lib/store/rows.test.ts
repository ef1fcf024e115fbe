import { expect, test } from "vitest";
import { doAtOnce } from "#lib/turns.ts";
import { readRosterRow } from "./rows.ts";

/**
 * A roster as version 1 has written it, to the letter. When this no longer reads, rosters that are kept in the field
 * do not either, and the product would neither show nor replace them: add a shape, and a migration for the old one.
 */
const WRITTEN =
  '{"desk":{"key":"main","name":"IT","timeZone":"Asia/Shanghai"},"skills":[{"id":"s","name":"网络","isDefault":true}],' +
  '"agents":[{"id":"ou_1","name":"李娜","avatarUrl":null,"email":"li.na@acme.example","department":null,"company":null,' +
  '"status":"off_duty","statusSince":"2026-11-19T09:20:00.000Z","skillIds":["s"],"week":[[540,1080]],"notes":["overlap"],' +
  '"ruleNotes":["overnight-meets-next"],"sortKey":"li na","searchKeys":"lina ln"}],' +
  '"setAside":{"agents":1,"rules":0,"skills":0}}';

test("a roster of shape 1 reads as it was written", () => {
  const fetchedAt = 1_795_000_000_000;
  const stored = doAtOnce(readRosterRow({ shape: 1, roster: WRITTEN, fetched_at: fetchedAt }));
  expect(stored).toEqual({ roster: JSON.parse(WRITTEN), fetchedAt });
});

test.each([
  ["no row", 1],
  ["a time that is text", { shape: 1, roster: WRITTEN, fetched_at: "1" }],
  ["an agent without a status", { shape: 1, roster: WRITTEN.replace("status", "state"), fetched_at: 1 }],
])("%s is refused, and the message holds nothing of it", (_, row) => {
  const read = () => doAtOnce(readRosterRow(row));
  expect(read).toThrowError("the store cannot be used: unreadable_row");
});

test("many agents are checked in turns, and the last as well as the first", () => {
  const { agents, ...rest } = JSON.parse(WRITTEN);
  const many = Array.from({ length: 1_000 }, (_, i) => ({ ...agents[0], id: `ou_${i}` }));
  const rowOf = (last: object) => ({
    shape: 1,
    roster: JSON.stringify({ ...rest, agents: [...many, last] }),
    fetched_at: 1,
  });
  const work = readRosterRow(rowOf({ ...agents[0], id: "last" }));
  let turns = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) turns += 1;
  expect(step.value?.roster.agents.map(({ id }) => id)).toEqual([...many.map(({ id }) => id), "last"]);
  expect(turns).toBeGreaterThanOrEqual(10);
  expect(() => doAtOnce(readRosterRow(rowOf({ id: "last" })))).toThrowError("unreadable_row");
});
