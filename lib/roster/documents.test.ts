import { expect, test } from "vitest";
import { rosterSchema } from "#lib/contract/roster-schema.ts";
import { doAtOnce } from "#lib/turns.ts";
import { createDocuments, type Served } from "./documents.ts";
import { mergeRoster } from "./merge.ts";
import { type RosterShape, WHOLE } from "./shape.ts";
import { listOf } from "./testing/scripted-desk.ts";

const VIEWER: RosterShape = { role: "viewer", scope: null };
const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const served = (name: string, more: Partial<Served> = {}): Served => ({
  roster: doAtOnce(mergeRoster(DESK, listOf({ name }), listOf())),
  freshness: "fresh",
  problem: null,
  ...more,
});

test("the body is the contract's JSON, made once while nothing changes", async () => {
  const documents = createDocuments();
  const now = served("Anna");
  const document = await documents(now, WHOLE);
  const json = JSON.parse(new TextDecoder().decode(document.body));
  expect(rosterSchema.parse(json)).toEqual(json);
  expect(Object.keys(json)).toEqual(["desk", "freshness", "problem", "skills", "agents", "setAside"]);
  expect(await documents({ ...now }, WHOLE)).toBe(document);
});

test("findings about rules are carried by the roster, and are no part of its JSON", async () => {
  const roster = doAtOnce(mergeRoster(DESK, listOf({ ruleNotes: ["overnight-meets-next"] }), listOf()));
  expect(roster.agents[0]?.ruleNotes).toEqual(["overnight-meets-next"]);
  const noted = await createDocuments()({ ...served(""), roster }, WHOLE);
  const plain = await createDocuments()(
    { ...served(""), roster: doAtOnce(mergeRoster(DESK, listOf({}), listOf())) },
    WHOLE,
  );
  expect([noted.etag, noted.json]).toEqual([plain.etag, plain.json]);
});

test("what a viewer gets holds no email, and has a tag of its own", async () => {
  const documents = createDocuments();
  const now = served("Anna");
  const [whole, shown] = await Promise.all([documents(now, WHOLE), documents(now, VIEWER)]);
  expect(whole.json.agents[0]?.email).toBe("zhangsan@acme.example");
  expect(shown.json.agents[0]?.email).toBeNull();
  expect(new TextDecoder().decode(shown.body)).not.toContain("@");
  expect(shown.etag).not.toBe(whole.etag);
});

test("shapes have tags of their own even where nobody has an email", async () => {
  const roster = doAtOnce(mergeRoster(DESK, listOf(), listOf()));
  const documents = createDocuments();
  const now = served("", { roster });
  expect((await documents(now, VIEWER)).etag).not.toBe((await documents(now, WHOLE)).etag);
});

test("the tag changes with the roster, the freshness and the problem, and with nothing else", async () => {
  const tag = async (state: Served) => (await createDocuments()(state, WHOLE)).etag;
  const problem = { code: "timeout", since: "2026-11-19T09:20:00.000Z" } as const;
  expect(await tag(served("Anna"))).toBe(await tag(served("Anna")));
  const tags = await Promise.all(
    [
      served("Anna"),
      served("Ben"),
      served("Anna", { freshness: "stale" }),
      served("Anna", { problem }),
      served("Anna", { problem: { ...problem, logId: "1" } }),
    ].map(tag),
  );
  expect(new Set(tags).size).toBe(tags.length);
  for (const one of tags) expect(one).toMatch(/^"[\w-]{20,}"$/);
});

test("a large desk is written in slices, to the letter as in one go", async () => {
  const team = Array.from({ length: 1_234 }, (_, index) => ({ id: `ou_${index}`, name: "张三" }));
  const roster = doAtOnce(mergeRoster(DESK, listOf(...team), listOf()));
  const { body, json } = await createDocuments()(served("", { roster }), WHOLE);
  expect(new TextDecoder().decode(body)).toBe(JSON.stringify(json));
  expect(json.agents.length).toBe(1_234);
});
