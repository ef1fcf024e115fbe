import { expect, test } from "vitest";
import { createMetrics, type Sample } from "./metrics.ts";

const NOTHING: Sample = { requestsInFlight: 0, desks: [], breakers: [], storeReachable: true };
const desk = {
  desk: "main",
  ageMs: 12_500,
  isFresh: true,
  isReader: true,
  problem: null,
  agents: 60,
  setAside: { agents: 1, rules: 2, skills: 0 },
  viewers: 3,
};

const create = () => createMetrics({ version: "1.2.3" });
const linesOf = (text: string, name: string) => text.split("\n").filter((line) => line.startsWith(name));

test("calls are counted by endpoint and outcome", async () => {
  const metrics = create();
  for (const outcome of ["ok", "ok", "timeout"]) {
    metrics.countCall({ endpoint: "agent_schedules", outcome, durationMs: 300 });
  }
  expect(await metrics.readCalls()).toEqual([
    { endpoint: "agent_schedules", outcome: "ok", count: 2 },
    { endpoint: "agent_schedules", outcome: "timeout", count: 1 },
  ]);
  const text = await metrics.write(NOTHING);
  expect(text).toContain('rota_feishu_call_duration_seconds_bucket{le="0.25",endpoint="agent_schedules"} 0');
  expect(text).toContain('rota_feishu_call_duration_seconds_bucket{le="0.5",endpoint="agent_schedules"} 3');
});

test("requests are counted in seconds, and an invented method has no label of its own", async () => {
  const metrics = create();
  metrics.countRequest({ route: "/api/roster", method: "GET", status: "2xx", durationMs: 4 });
  metrics.countRequest({ route: "other", method: "BREW", status: "4xx", durationMs: 1 });
  const counts = linesOf(await metrics.write(NOTHING), "rota_http_request_duration_seconds_count");
  expect(counts).toEqual([
    'rota_http_request_duration_seconds_count{route="/api/roster",method="GET",status="2xx"} 1',
    'rota_http_request_duration_seconds_count{route="other",method="other",status="4xx"} 1',
  ]);
});

test("faults of the store are counted by what they are", async () => {
  const metrics = create();
  metrics.countStoreFault("full");
  expect(await metrics.write(NOTHING)).toContain('rota_store_faults_total{fault="full"} 1');
});

test("a breaker is in one state at a time", async () => {
  const metrics = create();
  const open = { desk: "main", endpoint: "agent_schedules", state: "open" };
  await metrics.write({ ...NOTHING, breakers: [open] });
  const text = await metrics.write({ ...NOTHING, breakers: [{ ...open, state: "closed" }] });
  expect(linesOf(text, "rota_feishu_breaker{")).toEqual([
    'rota_feishu_breaker{desk="main",endpoint="agent_schedules",state="closed"} 1',
  ]);
});

test("which desks this process reads is told, so that a sum over replicas is one", async () => {
  const text = await create().write({ ...NOTHING, desks: [desk, { ...desk, desk: "hr", isReader: false }] });
  expect(linesOf(text, "rota_desk_reader{")).toEqual([
    'rota_desk_reader{desk="main"} 1',
    'rota_desk_reader{desk="hr"} 0',
  ]);
});

test("how things stand is asked anew each time; a problem that has passed is gone", async () => {
  const metrics = create();
  const down = { ...desk, isFresh: false, problem: "timeout" };
  const before = await metrics.write({ ...NOTHING, desks: [down], storeReachable: false });
  expect(before).toContain('rota_problem{desk="main",code="timeout"} 1');
  expect(before).toContain('rota_roster_fresh{desk="main"} 0');
  expect(before).toContain("rota_store_reachable 0");
  const after = await metrics.write({ ...NOTHING, desks: [desk], requestsInFlight: 2, storeReachable: true });
  expect(linesOf(after, "rota_problem{")).toEqual([]);
  expect(linesOf(after, "rota_set_aside_records{")).toEqual([
    'rota_set_aside_records{desk="main",kind="agents"} 1',
    'rota_set_aside_records{desk="main",kind="rules"} 2',
    'rota_set_aside_records{desk="main",kind="skills"} 0',
  ]);
  for (const line of ['rota_roster_age_seconds{desk="main"} 12.5', 'rota_viewers{desk="main"} 3']) {
    expect(after).toContain(line);
  }
  expect(after).toContain("rota_http_requests_in_flight 2");
});

test("memory, event loop and version are told", async () => {
  const text = await create().write(NOTHING);
  expect(text).toContain(`rota_build_info{version="1.2.3",node="${process.version}"} 1`);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
});

test("two of them share nothing", async () => {
  const [one, other] = [create(), create()];
  one.countLook("main");
  expect(linesOf(await other.write(NOTHING), "rota_looks_total{")).toEqual([]);
});
