import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AGENT_SCHEDULES_PATH, TOKEN_PATH } from "#lib/feishu/wire.ts";
import { emptyList, gbkBody, htmlPage, rateLimited, recordsFault, tokenRejected } from "./fault-presets.ts";
import type { Fault } from "./faults.ts";
import { type SampleDesk, startSampleDesk } from "./server.ts";

let desk: SampleDesk;
beforeEach(async () => {
  desk = await startSampleDesk({ control: true });
});
afterEach(() => desk.close());

/** Faults come before anything is judged, so no credentials are needed to see them. */
const ask = (query = "?status=1", init: RequestInit = {}) =>
  fetch(`${desk.url}${AGENT_SCHEDULES_PATH}${query}`, { redirect: "manual", ...init });

const control = (method: string, verb: string, body?: object) =>
  fetch(`${desk.url}/__control/${verb}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

describe("faults that answer", () => {
  it.each<[string, Fault, number, string]>([
    [
      "a code",
      { kind: "code", code: 155000, logId: "x1" },
      500,
      '{"code":155000,"msg":"Internal error","error":{"log_id":"x1"}}',
    ],
    ["a code as text", { kind: "code", code: "0", status: 200 }, 200, '{"code":"0","msg":"success"}'],
    [
      "a rejected token with HTTP 200",
      tokenRejected(200),
      200,
      '{"code":99991663,"msg":"Invalid access token for authorization"}',
    ],
    ["a web page", htmlPage(), 502, "<html><body><h1>Bad Gateway</h1></body></html>"],
    ["an empty list", emptyList(), 200, '{"code":0,"msg":"success","data":{"agent_schedules":[]}}'],
    [
      "other records",
      recordsFault([null, 1]),
      200,
      '{"code":0,"msg":"success","data":{"agent_schedules":[null,1]}}',
    ],
    ["lists in lists", { kind: "deep", levels: 3 }, 200, '{"code":0,"data":{"agent_schedules":[[[[]]]]}}'],
  ])("send %s", async (_, fault, status, body) => {
    desk.control.failNext(fault);
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it("send headers, charsets, marks and redirects as asked", async () => {
    desk.control.failNext(rateLimited(17));
    expect((await ask()).headers.get("x-ogw-ratelimit-reset")).toBe("17");
    desk.control.failNext(gbkBody());
    const gbk = await ask();
    expect(gbk.headers.get("content-type")).toContain("GBK");
    expect(new TextDecoder("gbk").decode(await gbk.arrayBuffer())).toContain('"name":"李"');
    desk.control.failNext({ kind: "bom" });
    expect(new Uint8Array(await (await ask()).arrayBuffer()).slice(0, 4)).toEqual(
      new Uint8Array([0xef, 0xbb, 0xbf, 0x7b]),
    );
    desk.control.failNext({ kind: "redirect", location: "http://127.0.0.1:1/" });
    const redirect = await ask();
    expect([redirect.status, redirect.headers.get("location")]).toEqual([302, "http://127.0.0.1:1/"]);
  });

  it("pack many megabytes into little", async () => {
    desk.control.failNext({ kind: "bomb", megabytes: 3 });
    const response = await ask();
    expect(Number(response.headers.get("content-length"))).toBeLessThan(10_000);
    expect((await response.arrayBuffer()).byteLength).toBe(3 * 2 ** 20 + '{"code":0,"data":'.length);
  });
});

describe("faults of the line", () => {
  it("delay and drip the right answer", async () => {
    for (const fault of [
      { kind: "delay", ms: 30 },
      { kind: "drip", bytes: 20, everyMs: 5 },
    ] as const) {
      desk.control.failNext(fault);
      const before = performance.now();
      expect((await (await ask()).json()).code).toBe(99991661);
      expect(performance.now() - before).toBeGreaterThan(12);
    }
  });

  it("cut the line, before or inside the answer", async () => {
    desk.control.failNext({ kind: "reset" });
    await expect(ask()).rejects.toThrow("fetch failed");
    desk.control.failNext({ kind: "truncate", bytes: 10 });
    await expect(ask().then((response) => response.text())).rejects.toThrow("terminated");
  });

  it("leave a request without answer", async () => {
    desk.control.failNext({ kind: "hang" });
    await expect(ask("?status=1", { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
  });
});

describe("which request goes wrong", () => {
  const codes = async (...queries: string[]) => {
    const seen: number[] = [];
    for (const query of queries) seen.push((await (await ask(query)).json()).code);
    return seen;
  };
  const FINE = 99991661;

  it("is the next one, the next few, or all until cleared", async () => {
    desk.control.failNext({ kind: "code", code: 1 });
    desk.control.failNext({ kind: "code", code: 2 }, {}, 2);
    expect(await codes("", "", "", "")).toEqual([1, 2, 2, FINE]);
    desk.control.failAlways({ kind: "code", code: 3 });
    expect(await codes("", "")).toEqual([3, 3]);
    desk.control.clearFaults();
    expect(await codes("")).toEqual([FINE]);
  });

  it("can be one list or the token", async () => {
    desk.control.failAlways({ kind: "code", code: 4 }, { targets: ["removed"] });
    desk.control.failAlways({ kind: "code", code: 5 }, { targets: ["token"] });
    expect(await codes("?status=1", "?status=4")).toEqual([FINE, 4]);
    const token = await fetch(`${desk.url}${TOKEN_PATH}`, { method: "POST", body: "{}" });
    expect((await token.json()).code).toBe(5);
  });

  it("can be one desk's", async () => {
    const header = (id: string) => ({
      "x-lark-helpdesk-authorization": Buffer.from(`${id}:ht-sample-desk`).toString("base64"),
    });
    desk.control.failAlways({ kind: "code", code: 6 }, { helpdeskId: "7001" });
    expect((await (await ask("", { headers: header("7001") })).json()).code).toBe(6);
    expect((await (await ask("", { headers: header("7002") })).json()).code).toBe(FINE);
  });
});

describe("the control over HTTP", () => {
  it("sets and clears faults, records, clock and tokens", async () => {
    await control("POST", "faults", { fault: { kind: "code", code: 9 }, times: null });
    expect((await (await ask()).json()).code).toBe(9);
    expect((await control("DELETE", "faults")).status).toBe(204);
    expect((await (await ask()).json()).code).toBe(99991661);
    expect((await control("PUT", "records", { list: "present", records: [{ odd: true }] })).status).toBe(204);
    expect((await control("PUT", "now", { at: 1_795_000_000_000 })).status).toBe(204);
    expect((await control("DELETE", "tokens")).status).toBe(204);
    const after = await ask();
    expect(after.headers.get("x-tt-logid")).toMatch(/^20261118/);
  });

  it("tells what was received, and forgets it", async () => {
    await ask("?status=1", { headers: { "x-trace": "e" } });
    const journal = await (await control("GET", "journal")).json();
    expect(journal).toMatchObject([
      {
        method: "GET",
        url: `${AGENT_SCHEDULES_PATH}?status=1`,
        target: "present",
        body: "",
        headers: { "x-trace": "e" },
      },
    ]);
    await control("DELETE", "journal");
    expect(desk.control.journal()).toEqual([]);
  });

  it("refuses what it does not know, and is not there unless asked for", async () => {
    expect((await control("POST", "faults", { fault: { kind: "earthquake" } })).status).toBe(400);
    expect((await control("GET", "secrets")).status).toBe(404);
    const closed = await startSampleDesk();
    expect((await fetch(`${closed.url}/__control/journal`)).status).toBe(404);
    await closed.close();
  });
});
