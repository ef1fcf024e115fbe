import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import * as z from "zod/mini";
import { CODE } from "#lib/feishu/wire.ts";
import { type Answer, envelope, text, withHeaders } from "./answer.ts";

/**
 * Ways in which an answer can go wrong, as data, so that a test can ask for one in process or over HTTP.
 * Ready-made ones with speaking names: fault-presets.ts.
 */

const headers = z.optional(z.record(z.string(), z.string()));
const amount = z.int().check(z.nonnegative());

export const faultSchema = z.discriminatedUnion("kind", [
  /** Feishu's envelope with this code; `logId` goes into `error.log_id`. */
  z.object({
    kind: z.literal("code"),
    code: z.union([z.number(), z.string()]),
    status: z.optional(z.int()),
    headers,
    logId: z.optional(z.string()),
  }),
  /** This body, whatever was asked. */
  z.object({
    kind: z.literal("raw"),
    body: z.string(),
    encoding: z.optional(z.enum(["utf8", "base64"])),
    status: z.optional(z.int()),
    headers,
  }),
  /** The right answer behind a byte order mark. */
  z.object({ kind: z.literal("bom") }),
  /** A redirect; a client that follows it shows up in the journal with its secrets. */
  z.object({ kind: z.literal("redirect"), location: z.string(), status: z.optional(z.int()) }),
  /** Megabytes of blanks in a few hundred kilobytes of gzip. */
  z.object({ kind: z.literal("bomb"), megabytes: amount }),
  /** Lists in lists, `levels` deep. */
  z.object({ kind: z.literal("deep"), levels: amount }),
  /** The right answer after `ms`. */
  z.object({ kind: z.literal("delay"), ms: amount }),
  /** The right answer, `bytes` at a time, `everyMs`. */
  z.object({ kind: z.literal("drip"), bytes: amount.check(z.positive()), everyMs: amount }),
  /** The right answer's length, but only its first `bytes`; then the line is cut. */
  z.object({ kind: z.literal("truncate"), bytes: amount }),
  /** The connection is reset before any answer. */
  z.object({ kind: z.literal("reset") }),
  /** The request is read and never answered. */
  z.object({ kind: z.literal("hang") }),
]);
export type Fault = z.infer<typeof faultSchema>;

/** Sends `answer` as the fault would have it. Resolves when the last byte is handed over or the line is gone. */
export async function sendFaulty(response: ServerResponse, answer: Answer, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "hang":
      return;
    case "delay":
      await pause(fault.ms, response);
      return send(response, answer);
    case "drip":
      return drip(response, answer, fault.bytes, fault.everyMs);
    case "truncate":
      response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.byteLength });
      response.write(answer.body.subarray(0, fault.bytes), () => response.destroy());
      return;
    default:
      return send(response, replaced(answer, fault));
  }
}

export function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.byteLength });
  response.end(answer.body);
}

type Replacing = Extract<Fault, { kind: "code" | "raw" | "bom" | "redirect" | "bomb" | "deep" }>;

function replaced(answer: Answer, fault: Replacing): Answer {
  switch (fault.kind) {
    case "code":
      return codeAnswer(fault);
    case "raw": {
      const given = { status: fault.status ?? 200, body: Buffer.from(fault.body, fault.encoding ?? "utf8") };
      return { ...text(200, ""), ...given, headers: { ...answer.headers, ...fault.headers } };
    }
    case "bom":
      return { ...answer, body: Buffer.concat([Buffer.from("\uFEFF"), answer.body]) };
    case "redirect":
      return withHeaders(text(fault.status ?? 302, "", "text/plain"), { location: fault.location });
    case "bomb":
      return {
        ...answer,
        headers: { ...answer.headers, "content-encoding": "gzip" },
        body: bomb(fault.megabytes),
      };
    case "deep":
      return text(200, deepJson(fault.levels));
  }
}

function codeAnswer(fault: Extract<Fault, { kind: "code" }>): Answer {
  const error = fault.logId === undefined ? {} : { error: { log_id: fault.logId } };
  // A code given as text must go out as text, which `envelope` alone would not do.
  const answer = envelope(Number(fault.code), { ...error, code: fault.code }, fault.status);
  return withHeaders(answer, fault.headers ?? {});
}

/** gzip members may follow one another, so one packed megabyte is enough for any number. */
function bomb(megabytes: number): Uint8Array {
  const member = gzipSync(Buffer.alloc(2 ** 20, " "));
  return Buffer.concat([
    gzipSync(`{"code":${CODE.ok},"data":`),
    ...Array<Uint8Array>(megabytes).fill(member),
  ]);
}

function deepJson(levels: number): string {
  return `{"code":0,"data":{"agent_schedules":[${"[".repeat(levels)}${"]".repeat(levels)}]}}`;
}

async function drip(response: ServerResponse, answer: Answer, bytes: number, everyMs: number): Promise<void> {
  response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.byteLength });
  for (let at = 0; at < answer.body.byteLength && !response.destroyed; at += bytes) {
    response.write(answer.body.subarray(at, at + bytes));
    await pause(everyMs, response);
  }
  response.end();
}

/** Waits, but no longer than the caller stays on the line. */
function pause(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      response.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.once("close", done);
  });
}
