import { expect, test } from "vitest";
import { rosterSchema } from "#lib/contract/roster.ts";
import { createDocuments, type Served } from "./documents.ts";
import { mergeRoster } from "./merge.ts";
import { type RosterShape, WHOLE } from "./shape.ts";
import { listOf } from "./testing/scripted-desk.ts";

const VIEWER: RosterShape = { role: "viewer", scope: null };
const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const served = (name: string, more: Partial<Served> = {}): Served => ({
  roster: mergeRoster(DESK, listOf({ name }), listOf()),
  freshness: "fresh",
  problem: null,
  ...more,
});

test("the body is the contract's JSON, made once while nothing changes", () => {
  const documents = createDocuments();
  const now = served("Anna");
  const document = documents(now, WHOLE);
  const json = JSON.parse(new TextDecoder().decode(document.body));
  expect(rosterSchema.parse(json)).toEqual(json);
  expect(Object.keys(json)).toEqual(["desk", "freshness", "problem", "skills", "agents", "setAside"]);
  expect(documents({ ...now }, WHOLE)).toBe(document);
});

test("findings about rules are carried by the roster, and are no part of its JSON", () => {
  const roster = mergeRoster(DESK, listOf({ ruleNotes: ["overnight-meets-next"] }), listOf());
  expect(roster.agents[0]?.ruleNotes).toEqual(["overnight-meets-next"]);
  const noted = createDocuments()({ ...served(""), roster }, WHOLE);
  const plain = createDocuments()({ ...served(""), roster: mergeRoster(DESK, listOf({}), listOf()) }, WHOLE);
  expect([noted.etag, noted.json]).toEqual([plain.etag, plain.json]);
});

test("what a viewer gets holds no email, and has a tag of its own", () => {
  const documents = createDocuments();
  const now = served("Anna");
  const shown = documents(now, VIEWER);
  expect(documents(now, WHOLE).json.agents[0]?.email).toBe("zhangsan@acme.example");
  expect(shown.json.agents[0]?.email).toBeNull();
  expect(new TextDecoder().decode(shown.body)).not.toContain("@");
  expect(shown.etag).not.toBe(documents(now, WHOLE).etag);
});

test("shapes have tags of their own even where nobody has an email", () => {
  const roster = mergeRoster(DESK, listOf(), listOf());
  const documents = createDocuments();
  const now = served("", { roster });
  expect(documents(now, VIEWER).etag).not.toBe(documents(now, WHOLE).etag);
});

test("the tag changes with the roster, the freshness and the problem, and with nothing else", () => {
  const tag = (state: Served) => createDocuments()(state, WHOLE).etag;
  const problem = { code: "timeout", since: "2026-11-19T09:20:00.000Z" } as const;
  expect(tag(served("Anna"))).toBe(tag(served("Anna")));
  const tags = [
    served("Anna"),
    served("Ben"),
    served("Anna", { freshness: "stale" }),
    served("Anna", { problem }),
    served("Anna", { problem: { ...problem, logId: "1" } }),
  ].map(tag);
  expect(new Set(tags).size).toBe(tags.length);
  for (const one of tags) expect(one).toMatch(/^"[\w-]{20,}"$/);
});
