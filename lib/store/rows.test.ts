import { expect, test } from "vitest";
import { parseRows, ROWS } from "./rows.ts";

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
  const [row] = parseRows(ROWS.roster, [{ shape: 1, roster: WRITTEN, fetched_at: 1_795_000_000_000 }]);
  expect(row?.roster).toEqual(JSON.parse(WRITTEN));
});

test.each([
  ["no row", 1],
  ["a time that is text", { shape: 1, roster: WRITTEN, fetched_at: "1" }],
  ["an agent without a status", { shape: 1, roster: WRITTEN.replace("status", "state"), fetched_at: 1 }],
])("%s is refused, and the message holds nothing of it", (_, row) => {
  const parse = () => parseRows(ROWS.roster, [{ shape: 1, roster: WRITTEN, fetched_at: 1 }, row]);
  expect(parse).toThrowError("the store cannot be used: unreadable_row");
});
