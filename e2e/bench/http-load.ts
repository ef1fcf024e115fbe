import { connect, type Socket } from "node:net";

/**
 * A load of HTTP requests from a process of its own: `node http-load.ts '{"port":…}'` prints one line of JSON. It speaks
 * HTTP/1.1 over kept connections, one request at a time on each, and reads no more of an answer than it needs to
 * find its end, so that on a machine of two cores the server is what is measured.
 */
export interface LoadSpec {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly durationMs: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How often each HTTP status came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Of the last answer, its head included. */
  readonly bytes: number;
}

const HEAD_END = "\r\n\r\n";
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

export async function load(spec: LoadSpec): Promise<LoadResult> {
  const tally: Tally = { latenciesMs: [], statuses: {}, bytes: 0 };
  const startedMs = performance.now();
  const endMs = startedMs + spec.durationMs;
  await Promise.all(Array.from({ length: spec.connections }, () => ask(spec, endMs, tally)));
  const seconds = (performance.now() - startedMs) / 1000;
  const sorted = Float64Array.from(tally.latenciesMs).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const { statuses, bytes } = tally;
  return { perSecond: sorted.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), statuses, bytes };
}

interface Tally {
  readonly latenciesMs: number[];
  readonly statuses: Record<string, number>;
  bytes: number;
}

/** Asks again and again on one connection until `endMs`; the answer under way is awaited. */
function ask({ port, path, headers }: LoadSpec, endMs: number, tally: Tally): Promise<void> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines.join("")}\r\n`;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect(port, "127.0.0.1");
  let answer = new Answer();
  let sentMs = 0;
  const send = () => {
    answer = new Answer();
    sentMs = performance.now();
    socket.write(request);
  };
  socket.setNoDelay(true);
  socket.once("connect", send);
  socket.once("error", reject);
  socket.once("close", () => reject(new Error("The server closed a connection.")));
  socket.on("data", (chunk) => {
    if (!answer.take(chunk)) return;
    const nowMs = performance.now();
    tally.latenciesMs.push(nowMs - sentMs);
    tally.statuses[answer.status] = (tally.statuses[answer.status] ?? 0) + 1;
    tally.bytes = answer.length;
    if (nowMs < endMs) send();
    else leave(socket, resolve);
  });
  return promise;
}

function leave(socket: Socket, resolve: () => void): void {
  socket.removeAllListeners("close");
  socket.destroy();
  resolve();
}

/** One answer as it comes in: by its length, in chunks, or without a body. */
class Answer {
  status = "";
  length = 0;
  #head = Buffer.alloc(0);
  /** Bytes of the whole answer; null: it ends with its last chunk. */
  #whole: number | null = null;
  #tail = Buffer.alloc(0);

  /** True once the answer is whole. Nothing follows it, since one request at a time is under way. */
  take(chunk: Buffer): boolean {
    this.length += chunk.length;
    if (this.status === "" && !this.#readHead(chunk)) return false;
    if (this.#whole !== null) return this.length >= this.#whole;
    this.#tail = Buffer.concat([this.#tail, chunk.subarray(-LAST_CHUNK.length)]).subarray(-LAST_CHUNK.length);
    return this.#tail.equals(LAST_CHUNK);
  }

  #readHead(chunk: Buffer): boolean {
    this.#head = Buffer.concat([this.#head, chunk]);
    const end = this.#head.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = this.#head.toString("latin1", 0, end);
    this.status = head.slice(9, 12);
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    const hasBody = this.status !== "304" && this.status !== "204";
    const isChunked = hasBody && /^transfer-encoding: *chunked/im.test(head);
    if (!isChunked) this.#whole = end + HEAD_END.length + (hasBody ? Number(length ?? 0) : 0);
    return true;
  }
}

if (import.meta.main) console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? ""))));
