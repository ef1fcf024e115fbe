import { expect, test } from "vitest";
import { createDocuments } from "#lib/roster/documents.ts";
import { mergeRoster } from "#lib/roster/merge.ts";
import { WHOLE } from "#lib/roster/shape.ts";
import { listOf } from "#lib/roster/testing/scripted-desk.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { doAtOnce } from "#lib/turns.ts";
import { replyRoster } from "./reply-roster.ts";

const desk = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const roster = doAtOnce(mergeRoster(desk, listOf({ name: "张三" }), listOf()));
const document = await createDocuments()({ roster, freshness: "fresh", problem: null }, WHOLE);
const at = (text: string) => asInstant(Date.parse(text));
const answer = {
  document,
  change: null,
  fetchedAt: at("2026-11-19T09:20:00Z"),
  servedAt: at("2026-11-19T09:20:07.5Z"),
  nextReadAt: at("2026-11-19T09:21:00Z"),
};

test("the body holds no clock, the headers do", async () => {
  const response = replyRoster(answer, null);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(document.json);
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "private, no-cache",
    "content-type": "application/json",
    etag: document.etag,
    "rota-fetched-at": "2026-11-19T09:20:00.000Z",
    "rota-next-read-at": "2026-11-19T09:21:00.000Z",
    "rota-served-at": "2026-11-19T09:20:07.500Z",
    vary: "Cookie, Authorization, Accept-Encoding",
  });
});

test("who has this version gets the clock alone", async () => {
  const response = replyRoster(answer, `W/${document.etag}`);
  expect([response.status, await response.text()]).toEqual([304, ""]);
  expect(response.headers.get("rota-served-at")).toBe("2026-11-19T09:20:07.500Z");
  expect(response.headers.get("etag")).toBe(document.etag);
});

test("a change goes out in place of the whole, with the tag of what it leads to", async () => {
  const change = new TextEncoder().encode('{"since":"v1"}');
  const response = replyRoster({ ...answer, change }, null);
  expect([await response.json(), response.headers.get("etag")]).toEqual([{ since: "v1" }, document.etag]);
  expect(replyRoster({ ...answer, change }, document.etag).status).toBe(304);
});
