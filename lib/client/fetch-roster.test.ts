import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { RosterJson } from "#lib/contract/roster.ts";
import { describeChange } from "#lib/contract/roster-change.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { fetchRoster, RosterFetchError, readingFromPage, readRoster } from "./fetch-roster.ts";

const agent = (id: string, status: "online" | "offline"): RosterJson["agents"][number] => ({
  ...{ id, name: id, avatarUrl: null, email: null, department: null, company: null, status },
  ...{ statusSince: null, skillIds: [], week: [], notes: [], sortKey: id, searchKeys: id },
});
const rosterOf = (...agents: RosterJson["agents"]): RosterJson => ({
  desk: { key: "main", name: "Desk", timeZone: "Asia/Shanghai" },
  ...{ freshness: "fresh", problem: null, skills: [], agents },
  setAside: { agents: 0, rules: 0, skills: 0 },
});
const FIRST = rosterOf(agent("a", "online"), agent("b", "online"));
const SECOND = rosterOf(agent("a", "online"), agent("b", "offline"));

/** A server that answers with these in turn, and tells what it was asked. */
async function serve(...answers: readonly { readonly etag: string; readonly body: object | null }[]) {
  const asked: (string | undefined)[] = [];
  const left = [...answers];
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers["if-none-match"]);
    const { etag = "", body = null } = left.shift() ?? {};
    response.writeHead(body === null ? 304 : 200, { ETag: etag });
    response.end(body === null ? undefined : JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/api/roster?desk=main`, asked };
}

const { signal } = new AbortController();

test("a change is merged, and who did not change stays the same object", async () => {
  const change = describeChange("v1", FIRST, SECOND);
  const { url, asked } = await serve({ etag: '"v1"', body: FIRST }, { etag: '"v2"', body: change });
  const first = await fetchRoster(url, undefined, signal);
  const second = await fetchRoster(url, first, signal);
  expect(second.roster).toEqual(SECOND);
  expect(second.roster.agents[0]).toBe(first.roster.agents[0]);
  expect(second.etag).toBe('"v2"');
  expect(asked).toEqual(["/api/roster?desk=main", undefined, "/api/roster?desk=main&since=v1", '"v1"']);
});

test("a whole roster is as good an answer, and a weak tag names the same version", async () => {
  const { url, asked } = await serve({ etag: 'W/"v1"', body: FIRST }, { etag: '"v2"', body: SECOND });
  const first = await fetchRoster(url, undefined, signal);
  const second = await fetchRoster(url, first, signal);
  expect(second.roster).toEqual(SECOND);
  expect(second.roster.agents[0]).toBe(first.roster.agents[0]);
  expect(asked[2]).toBe("/api/roster?desk=main&since=v1");
});

test("nothing new costs nothing", async () => {
  const { url } = await serve({ etag: '"v1"', body: FIRST }, { etag: '"v1"', body: null });
  const first = await fetchRoster(url, undefined, signal);
  expect((await fetchRoster(url, first, signal)).roster).toBe(first.roster);
});

test.each([
  ["leads from another version", describeChange("v0", FIRST, SECOND)],
  ["names somebody who is not here", describeChange("v1", rosterOf(agent("z", "online")), SECOND)],
])("where a change %s the whole is asked for", async (_, change) => {
  const { url, asked } = await serve(
    { etag: '"v1"', body: FIRST },
    { etag: '"v2"', body: change },
    { etag: '"v2"', body: SECOND },
  );
  const second = await fetchRoster(url, await fetchRoster(url, undefined, signal), signal);
  expect(second.roster).toEqual(SECOND);
  expect(asked.slice(4)).toEqual(["/api/roster?desk=main", undefined]);
});

/** A page that brought the first row, and the whole as text. */
const pageWith = (text: string) => {
  const whole = { text, etag: '"v1"' };
  const at = asInstant(Date.UTC(2026, 10, 19));
  const clock = { fetchedAt: at, servedAt: at, nextReadAt: at };
  const outline = {
    ...{ query: "", shown: 2, total: 2, shownOnShift: 0, onShift: 0, departments: [], groups: [] },
    counts: { online: 2, offline: 0, off_duty: 0, removed: 0, unknown: 0 },
  };
  const roster = rosterOf(agent("a", "online"));
  return { whole, first: readingFromPage({ roster, outline, whole, ...clock }, true) };
};

test("what a page brought as text is the whole roster, of its version, and keeps the first rows' agents", async () => {
  const { first, whole } = pageWith(JSON.stringify(FIRST));
  expect(first).toMatchObject({ etag: null, outline: { total: 2 }, rest: whole });
  const { url, asked } = await serve();
  const read = await readRoster(url, first, signal);
  expect(read.roster).toEqual(FIRST);
  expect(read.roster.agents[0]).toBe(first.roster.agents[0]);
  expect([read.etag, read.clock, read.outline, read.rest]).toEqual([
    '"v1"',
    first.clock,
    undefined,
    undefined,
  ]);
  expect(asked).toEqual([]);
});

test.each(['{"agents":[]}', '{"desk":{"key":"ma', ""])(
  "where that text cannot be read the server is asked for the whole: %j",
  async (text) => {
    const { first } = pageWith(text);
    const { url, asked } = await serve({ etag: '"v2"', body: SECOND });
    const read = await readRoster(url, first, signal);
    expect(read).toMatchObject({ roster: SECOND, etag: '"v2"' });
    expect([read.outline, read.rest]).toEqual([undefined, undefined]);
    expect(asked).toEqual(["/api/roster?desk=main", undefined]);
  },
);

test("an answer that is no roster is a fault, and not an empty roster", async () => {
  const { url } = await serve({ etag: '"v1"', body: { agents: [] } });
  await expect(fetchRoster(url, undefined, signal)).rejects.toThrow(RosterFetchError);
});
