import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { translateRecords } from "#lib/feishu/translate.ts";
import { createDocuments } from "#lib/roster/documents.ts";
import { mergeRoster } from "#lib/roster/merge.ts";
import { WHOLE } from "#lib/roster/shape.ts";
import { doAtOnce } from "#lib/turns.ts";
import { bytesOf, packOnce, replyBytes } from "./packed.ts";
import { type Likeness, makeWireRecords } from "./testing/wire-records.ts";

const DESK = { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" };
const NOBODY = { records: [], setAsideAgents: 0 };

/** Feishu's answer and ours about the same agents. */
async function answersOf(size: number, likeness: Likeness) {
  const records = makeWireRecords(size, likeness);
  const feishu = Buffer.from(JSON.stringify({ code: 0, msg: "success", data: { agent_schedules: records } }));
  const read = await translateRecords(records, { removed: false });
  const roster = doAtOnce(mergeRoster(DESK, read, NOBODY));
  const { body } = await createDocuments()({ roster, freshness: "fresh", problem: null }, WHOLE);
  return { feishu, body };
}

test.each<[number, Likeness]>([
  [300, "alike"],
  [300, "different"],
  [1_000, "alike"],
  [1_000, "different"],
  [10_000, "alike"],
  [10_000, "different"],
])("%i agents, %s: no larger than Feishu's own answer", async (size, likeness) => {
  const { feishu, body } = await answersOf(size, likeness);
  const packed = await packOnce(body, "br");
  expect(packed.packing).toBe("br");
  expect(packed.bytes.length).toBeLessThanOrEqual(gzipSync(feishu).length);
  expect(brotliDecompressSync(packed.bytes).equals(body)).toBe(true);
});

test("each packing is made once, whoever asks, and holds the same", async () => {
  const { body } = await answersOf(60, "alike");
  const [one, other] = await Promise.all([packOnce(body, "gzip"), packOnce(body, "gzip")]);
  expect(one.bytes).toBe(other.bytes);
  expect(gunzipSync(one.bytes).equals(body)).toBe(true);
  expect((await packOnce(body, "br")).bytes).not.toBe(one.bytes);
});

test("short ones, and those for who takes no packing, stay as they are", async () => {
  const short = new TextEncoder().encode("short");
  expect(await packOnce(short, "br")).toEqual({ bytes: short, packing: null });
  const long = new TextEncoder().encode("long ".repeat(1_000));
  expect(await packOnce(long, null)).toEqual({ bytes: long, packing: null });
});

test("an answer of bytes is told from others, and reads as any other", async () => {
  const bytes = new TextEncoder().encode("some");
  const response = replyBytes(bytes, { "Content-Type": "text/plain" });
  expect(bytesOf(response)).toBe(bytes);
  expect(await response.text()).toBe("some");
  expect(bytesOf(new Response("some"))).toBeNull();
});
