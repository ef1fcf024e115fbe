import { expect, test } from "vitest";
import { readNewFeed } from "./read-new-feed.ts";

const read = (body: string | null) =>
  readNewFeed(new Request("http://localhost:3000/api/feeds", { method: "POST", body }));

test.each([{ agent: "ou_1" }, { skill: "英语" }, { desk: "main", department: "R&D" }])("%j", async (body) => {
  expect(await read(JSON.stringify(body))).toEqual(body);
});

test.each([
  null,
  "",
  "agent=ou_1",
  "null",
  "[]",
  "{}",
  '{"agent":""}',
  '{"agent":1}',
  '{"agent":"a","skill":"b"}',
  '{"agent":"a","all":true}',
  '{"agent":"a","desk":"no such desk"}',
  `{"agent":"${"a".repeat(501)}"}`,
])("%j is invalid", async (body) => {
  await expect(read(body)).rejects.toMatchObject({ code: "invalid" });
});

test("more than any such body needs is too large", async () => {
  await expect(read(`{"agent":"${"a".repeat(20_000)}"}`)).rejects.toMatchObject({ code: "too_large" });
});
