import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReadFailure } from "#lib/roster/ports.ts";
import * as fault from "#lib/sample-desk/fault-presets.ts";
import type { Fault } from "#lib/sample-desk/faults.ts";
import { createBreakers, OPENS_AFTER } from "./breaker.ts";
import { createDeskReader } from "./desk-reader.ts";
import { PRESENT_STATUSES, readAgentSchedules } from "./helpdesk.ts";
import { startReading } from "./known-records.ts";
import { openBench, type TestBench } from "./testing/bench.ts";
import { createTokenProviders } from "./token.ts";

/** Transport as the sample desk breaks it, seen through the whole client. */

const SHORT_MS = 300;
const MIB = 2 ** 20;

let bench: TestBench;
beforeEach(async () => {
  bench = await openBench();
  // So that only the list is at fault, and a short deadline is not spent on the token.
  await bench.reader.readRemoved(bench.hooks);
  bench.calls.length = 0;
});
afterEach(() => bench.close());

async function problemOf(given: Fault, reader = bench.reader): Promise<string> {
  bench.desk.control.failAlways(given);
  return reader.readPresent(bench.hooks).then(
    () => "none",
    (failure: ReadFailure) => failure.problem,
  );
}

describe("answers that are accepted", () => {
  const records = '{"code":0,"data":{"agent_schedules":[{"agent":{"id":"a"}}]}}';

  it.each<[string, Fault]>([
    ["code 0 with HTTP 500", fault.rawBody(records, {}, 500)],
    ["code as text", fault.rawBody(records.replace("0", '"0"'))],
    ["a wrong content type", fault.rawBody(records, { "content-type": "text/html" })],
    [
      "the charset in another spelling",
      fault.rawBody(records, { "content-type": 'application/json; Charset="UTF8"' }),
    ],
    ["a byte order mark", fault.rawBody(`\uFEFF${records}`)],
    ["unknown fields", fault.rawBody(records.replace("{", '{"new":{"deep":[1]},'))],
    ["doubled keys, of which the last counts", fault.rawBody(records.replace("{", '{"code":1,'))],
  ])("%s", async (_, given) => {
    bench.desk.control.failNext(given);
    const { records: read } = await bench.reader.readPresent(bench.hooks);
    expect(read.map(({ agent }) => agent.id)).toEqual(["a"]);
  });

  it("of three megabytes", async () => {
    const people = Array.from({ length: 3_000 }, (_, i) => ({
      agent: { id: `a${i}`, note: "x".repeat(1_000) },
    }));
    bench.desk.control.setRecords("present", people);
    expect((await bench.reader.readPresent(bench.hooks)).records).toHaveLength(3_000);
  });

  it("with one byte in a name that is no UTF-8: the rest is not lost", async () => {
    const json = '{"code":0,"data":{"agent_schedules":[{"agent":{"id":"a","name":"x\u00FF"}}]}}';
    const body = Buffer.from(json, "latin1");
    bench.desk.control.failNext({ kind: "raw", body: body.toString("base64"), encoding: "base64" });
    expect((await bench.reader.readPresent(bench.hooks)).records[0]?.agent.name).toBe("x\uFFFD");
  });

  it("with lists a hundred thousand deep: one record is set aside", async () => {
    bench.desk.control.failNext({ kind: "deep", levels: 100_000 });
    expect(await bench.reader.readPresent(bench.hooks)).toEqual({ records: [], setAsideAgents: 1 });
  });
});

describe("answers that are refused", () => {
  it.each<[string, Fault, string, tries: number]>([
    ["a web page with HTTP 200", fault.htmlPage(200), "unreadable_answer", 3],
    ["a web page with HTTP 502", fault.htmlPage(502), "upstream_error", 3],
    ["an internal error", fault.internalError(), "upstream_error", 3],
    ["a code that nobody documented", fault.codeFault(1234567, 200), "upstream_error", 3],
    ["an undocumented code with HTTP 429", fault.codeFault(1234567, 429), "rate_limited", 1],
    ["a limit without Feishu's JSON", fault.rawBody("Too Many Requests", {}, 429), "rate_limited", 1],
    ["JSON without a code", fault.rawBody('{"data":{"agent_schedules":[]}}'), "unreadable_answer", 3],
    [
      "a code that is no number",
      fault.rawBody('{"code":"ok","data":{"agent_schedules":[]}}'),
      "unreadable_answer",
      3,
    ],
    ["JSON that is no object", fault.rawBody("[]"), "unreadable_answer", 3],
    ["half a JSON", fault.rawBody('{"code":0,"data":{"agent_sche'), "unreadable_answer", 3],
    ["an empty body", fault.emptyBody(), "unreadable_answer", 3],
    ["no content", { kind: "code", code: 0, status: 204 }, "unreadable_answer", 3],
    ["another charset", fault.gbkBody(), "unreadable_answer", 3],
    ["a body that breaks off", { kind: "truncate", bytes: 100 }, "unreachable", 3],
    ["a reset", { kind: "reset" }, "unreachable", 3],
    ["a redirect", { kind: "redirect", location: "/" }, "unreadable_answer", 1],
  ])("%s", async (_, given, problem, tries) => {
    expect(await problemOf(given)).toBe(problem);
    expect(bench.calls).toHaveLength(tries);
    expect(bench.failures).toHaveLength(tries);
  });

  it.each([301, 302, 303, 307, 308])("redirects with HTTP %i are not followed", async (status) => {
    const reached: string[] = [];
    const elsewhere: Server = createServer((request, response) => {
      reached.push(JSON.stringify(request.headers));
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const address = elsewhere.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await problemOf({ kind: "redirect", location: `http://127.0.0.1:${port}/`, status })).toBe(
      "unreadable_answer",
    );
    expect(reached).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  it("an answer over the cap, packed or not, is dropped at the cap", async () => {
    const small = createDeskReader(bench.settings, { ...bench.deps, maxBytes: 10_000 });
    bench.desk.control.setRecords("present", [{ agent: { id: "a", name: "x".repeat(20_000) } }]);
    await expect(small.readPresent(bench.hooks)).rejects.toMatchObject({ problem: "too_large" });
    expect(await problemOf(fault.rawBody(" ".repeat(10_001)), small)).toBe("too_large");
    expect(bench.failures).toHaveLength(2);
  });

  it("four hundred megabytes packed into a few hundred kilobytes cost less than a hundred", async () => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 5);
    expect(await problemOf({ kind: "bomb", megabytes: 400 })).toBe("too_large");
    clearInterval(watch);
    expect(peak - before).toBeLessThan(100 * MIB);
  });
});

describe("the deadline", () => {
  const impatient = () => createDeskReader({ ...bench.settings, timeoutMs: SHORT_MS }, bench.deps);

  it.each<[string, Fault]>([
    ["no answer", { kind: "hang" }],
    ["a late answer", { kind: "delay", ms: 20_000 }],
    ["an answer that drips, each drop in time", { kind: "drip", bytes: 1, everyMs: 20 }],
  ])("ends %s", async (_, given) => {
    const before = performance.now();
    expect(await problemOf(given, impatient())).toBe("timeout");
    expect(performance.now() - before).toBeLessThan(SHORT_MS * 5);
    expect(bench.failures.map(({ problem }) => problem)).toEqual(["timeout"]);
  });

  it("covers the token too", async () => {
    bench.desk.control.failAlways({ kind: "hang" }, { targets: ["token"] });
    await expect(impatient().readPresent(bench.hooks)).rejects.toMatchObject({ problem: "timeout" });
  });
});

describe("what cannot be reached", () => {
  const messageAt = async (baseUrl: string) => {
    const reader = createDeskReader({ ...bench.settings, baseUrl }, bench.deps);
    await expect(reader.readPresent(bench.hooks)).rejects.toMatchObject({ problem: "unreachable" });
    return bench.failures.at(-1)?.message;
  };

  it("a closed port", async () => {
    const gone = await openBench();
    await gone.close();
    expect(await messageAt(gone.desk.url)).toBe("The connection to Feishu failed (ECONNREFUSED).");
  });

  it("a server without a certificate", async () => {
    const server = createTlsServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await messageAt(`https://127.0.0.1:${port}`)).toMatch(/failed \(ERR_SSL_[\w/]+\)\.$/);
    await new Promise((resolve) => server.close(resolve));
  });

  it("a name that does not exist", async () => {
    expect(await messageAt("http://feishu.invalid")).toMatch(/failed \((ENOTFOUND|EAI_AGAIN)\)\.$/);
  });
});

describe("a fault of ours while the records are read", () => {
  it("comes through as it is, is not tried again, and is no failure of Feishu's", async () => {
    const ours = new TypeError("ours");
    const breakers = createBreakers();
    const deps = { ...bench.deps, breakers, maxBytes: MIB };
    const tokens = createTokenProviders(deps).of(bench.settings);
    const client = { ...bench.settings, tokens, deps };
    bench.desk.control.setRecords("present", [{ agent: { id: "a" } }]);
    const read = () =>
      readAgentSchedules(
        client,
        PRESENT_STATUSES,
        () => expect.unreachable(),
        () =>
          startReading(() => {
            throw ours;
          }, null),
      );
    for (let round = 0; round <= OPENS_AFTER; round++) await expect(read()).rejects.toBe(ours);
    const outcomes = bench.calls.filter(({ endpoint }) => endpoint === "agent_schedules");
    expect(outcomes).toHaveLength(OPENS_AFTER + 1);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["ok"]));
    expect(breakers.of("agent_schedules").state()).toBe("closed");
  });
});

describe("log ids", () => {
  const logIdAfter = async (headers: Record<string, string>, body = '{"code":155000}') => {
    bench.desk.control.failAlways(fault.rawBody(body, { "x-tt-logid": "", ...headers }));
    await bench.reader.readPresent(bench.hooks).catch(() => undefined);
    return bench.failures.at(-1)?.logId;
  };

  it("come from the header first", async () => {
    const inBody = '{"code":155000,"error":{"log_id":"from-body"}}';
    expect(await logIdAfter({ "x-tt-logid": "from-header", "x-request-id": "other" }, inBody)).toBe(
      "from-header",
    );
  });

  it("come from the request id where a gateway sends no log id", async () => {
    expect(await logIdAfter({ "x-request-id": "from-gateway" })).toBe("from-gateway");
  });

  it("come from the error where no header has one", async () => {
    expect(await logIdAfter({}, '{"code":155000,"error":{"log_id":"from-body"}}')).toBe("from-body");
  });

  it("are null where they are no ids", async () => {
    expect(await logIdAfter({ "x-tt-logid": "<b>not an id</b>" })).toBeNull();
  });

  it("survive an error field of another shape", async () => {
    expect(await logIdAfter({ "x-tt-logid": "kept" }, '{"code":155000,"error":[7]}')).toBe("kept");
  });
});
