import { createServer, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { AGENT_SCHEDULES_PATH, TOKEN_PATH } from "#lib/feishu/wire.ts";
import { type Likeness, makeWireRecords } from "./wire-records.ts";

/**
 * A Feishu of which answering costs nothing, in a process of its own: `byte-desk.ts SIZE LIKENESS PACKED CHANGED`. Its
 * answers are made at the start; two of them alternate, between which CHANGED agents have another status. Prints its port.
 */
const [size = "10000", likeness = "different", packed = "no", changed = "200"] = process.argv.slice(2);

const isLikeness = (text: string): text is Likeness => text === "different" || text === "alike";
if (!isLikeness(likeness)) throw new Error("LIKENESS is different or alike.");

const listOf = (records: readonly unknown[]) =>
  Buffer.from(JSON.stringify({ code: 0, msg: "success", data: { agent_schedules: records } }));
const records = makeWireRecords(Number(size), likeness);
const changedRecords = records.map((record, i) =>
  i < Number(changed) ? { ...record, status: record.status === 1 ? 2 : 1 } : record,
);
const pack = (bytes: Buffer) => (packed === "gzip" ? gzipSync(bytes) : bytes);
const present = [records, changedRecords].map(listOf).map(pack);
const removed = pack(listOf([]));
const token = pack(Buffer.from('{"code":0,"msg":"ok","tenant_access_token":"t-bytes","expire":7200}'));
let calls = 0;

function send(response: ServerResponse, body: Buffer): void {
  const packing = packed === "gzip" ? { "Content-Encoding": "gzip" } : {};
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length, ...packing });
  response.end(body);
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://desk");
  request.resume();
  if (url.pathname === TOKEN_PATH) send(response, token);
  else if (url.pathname !== AGENT_SCHEDULES_PATH) response.writeHead(404).end();
  else if (url.searchParams.has("status", "4")) send(response, removed);
  else send(response, present[calls++ % present.length] ?? removed);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object")
    process.stdout.write(`port ${address?.port} bytes ${present[0]?.length}\n`);
});
