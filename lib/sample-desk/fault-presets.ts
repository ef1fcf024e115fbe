import { CODE, RATE_RESET_HEADER } from "#lib/feishu/wire.ts";
import type { Fault } from "./faults.ts";

/** Faults by the names that tests and people use for them. */

/** A code in Feishu's envelope, by default with the HTTP status that its documentation gives. */
export const codeFault = (code: number | string, status?: number): Fault => ({
  kind: "code",
  code,
  ...(status === undefined ? {} : { status }),
});

/** 99991400: HTTP 429, on older interfaces 400; `seconds` go into the header that says when to come again. */
export const rateLimited = (seconds: number, status = 429): Fault => ({
  kind: "code",
  code: CODE.rateLimited,
  status,
  headers: { "x-ogw-ratelimit-limit": "1", [RATE_RESET_HEADER]: String(seconds) },
});

/** 99991403, with the same HTTP status as the rate limit. */
export const quotaUsedUp = (): Fault => codeFault(CODE.quotaUsedUp);

/** 99991663; in the wild it comes with HTTP 400 and with 200. */
export const tokenRejected = (status = 400): Fault => codeFault(CODE.tenantTokenInvalid, status);

export const scopeMissing = (): Fault => codeFault(CODE.scopeMissing);
export const noAccess = (): Fault => codeFault(CODE.noAccess);
export const internalError = (): Fault => codeFault(CODE.internal);

/** A body as it stands, with HTTP 200 unless said otherwise. */
export const rawBody = (body: string, headers: Record<string, string> = {}, status = 200): Fault => ({
  kind: "raw",
  body,
  status,
  headers,
});

/** What a gateway in between says when the service behind it is gone. */
export const htmlPage = (status = 502): Fault =>
  rawBody("<html><body><h1>Bad Gateway</h1></body></html>", { "content-type": "text/html" }, status);

export const emptyBody = (status = 200): Fault => rawBody("", {}, status);

/** A list without anybody in it, code 0. */
export const emptyList = (): Fault => recordsFault([]);

/** These records, code 0, whatever was asked. */
export const recordsFault = (records: readonly unknown[]): Fault =>
  rawBody(JSON.stringify({ code: CODE.ok, msg: "success", data: { agent_schedules: records } }));

/** A name in GBK, declared as such. */
export const gbkBody = (): Fault => ({
  kind: "raw",
  // {"code":0,"data":{"agent_schedules":[{"agent":{"id":"a","name":"…"}}]}} with 李 as the GBK bytes C0 EE.
  body: Buffer.concat([
    Buffer.from('{"code":0,"data":{"agent_schedules":[{"agent":{"id":"a","name":"'),
    Buffer.from([0xc0, 0xee]),
    Buffer.from('"}}]}}'),
  ]).toString("base64"),
  encoding: "base64",
  headers: { "content-type": "application/json; charset=GBK" },
});
