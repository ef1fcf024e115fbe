import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RouteName } from "./route-names.ts";

/**
 * What the product counts: `GET /api/metrics` (docs/operate.md lists it) and the calls on `/status`. Labels come from
 * closed sets (route names, desk keys, codes), never from what a request says.
 */
export interface Metrics {
  countRequest(request: RequestCount): void;
  countCall(call: { readonly endpoint: string; readonly outcome: string; readonly durationMs: number }): void;
  countRound(round: {
    readonly desk: string;
    readonly problem: string | null;
    readonly durationMs: number;
  }): void;
  /** The store has become unusable, in the words of `STORE_FAULTS`. */
  countStoreFault(fault: string): void;
  /** A read of a desk's roster on somebody's behalf. */
  countLook(desk: string): void;
  /** Calls to Feishu since the process started. */
  readCalls(): Promise<readonly CallCount[]>;
  /** All of it in Prometheus's text form; `sample` is how things stand now. */
  write(sample: Sample): Promise<string>;
  readonly contentType: string;
}

export interface RequestCount {
  readonly route: RouteName;
  readonly method: string;
  readonly status: StatusClass;
  readonly durationMs: number;
}
/** `aborted`: whoever asked went away before the answer was complete. */
export type StatusClass = "1xx" | "2xx" | "3xx" | "4xx" | "5xx" | "aborted";

export interface CallCount {
  readonly endpoint: string;
  readonly outcome: string;
  readonly count: number;
}

/** What is not counted as it happens but asked when somebody wants to know. */
export interface Sample {
  readonly requestsInFlight: number;
  readonly desks: readonly DeskSample[];
  readonly breakers: readonly BreakerSample[];
  readonly storeReachable: boolean;
}

export interface BreakerSample {
  /** Null: of the app, whose token the desks share. */
  readonly desk: string | null;
  readonly endpoint: string;
  readonly state: string;
}

export interface DeskSample {
  readonly desk: string;
  /** Null: no roster yet. */
  readonly ageMs: number | null;
  readonly isFresh: boolean;
  /** This process reads the desk; false: another replica does. */
  readonly isReader: boolean;
  readonly problem: string | null;
  readonly agents: number;
  readonly setAside: { readonly agents: number; readonly rules: number; readonly skills: number };
  /** About how many boards, frames and machines read it: looks within the last interval. */
  readonly viewers: number;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Seconds. A roster is served in about a millisecond; a first look waits up to ten seconds. */
const REQUEST_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 30, 120];

export function createMetrics(about: { readonly version: string }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counts = createCounts(registry);
  const gauges = createGauges(registry);
  gauges.build.set({ version: about.version, node: process.version }, 1);
  return {
    countRequest: ({ route, method, status, durationMs }) => {
      const known = METHODS.includes(method) ? method : "other";
      counts.requests.observe({ route, method: known, status }, durationMs / 1000);
    },
    countCall: ({ endpoint, outcome, durationMs }) => {
      counts.calls.inc({ endpoint, outcome });
      counts.callSeconds.observe({ endpoint }, durationMs / 1000);
    },
    countRound: ({ desk, problem, durationMs }) => {
      counts.rounds.inc({ desk, problem: problem ?? "none" });
      counts.roundSeconds.observe({ desk }, durationMs / 1000);
    },
    countStoreFault: (fault) => counts.storeFaults.inc({ fault }),
    countLook: (desk) => counts.looks.inc({ desk }),
    readCalls: async () =>
      (await counts.calls.get()).values.map(({ labels, value }) => ({
        endpoint: String(labels.endpoint ?? ""),
        outcome: String(labels.outcome ?? ""),
        count: value,
      })),
    write: (sample) => {
      setGauges(gauges, sample);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function createCounts(registry: Registry) {
  const registers = [registry];
  return {
    requests: new Histogram({
      name: "rota_http_request_duration_seconds",
      help: "Requests answered, by route, method and class of status; static files included",
      labelNames: ["route", "method", "status"],
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    calls: new Counter({
      name: "rota_feishu_calls_total",
      help: "HTTP calls to Feishu, by endpoint and outcome",
      labelNames: ["endpoint", "outcome"],
      registers,
    }),
    callSeconds: new Histogram({
      name: "rota_feishu_call_duration_seconds",
      help: "How long a call to Feishu took, failed ones included",
      labelNames: ["endpoint"],
      buckets: CALL_BUCKETS,
      registers,
    }),
    rounds: new Counter({
      name: "rota_rounds_total",
      help: "Rounds, by desk and problem; none: everything was read",
      labelNames: ["desk", "problem"],
      registers,
    }),
    roundSeconds: new Histogram({
      name: "rota_round_duration_seconds",
      help: "How long a round took, retries included",
      labelNames: ["desk"],
      buckets: CALL_BUCKETS,
      registers,
    }),
    storeFaults: new Counter({
      name: "rota_store_faults_total",
      help: "How often the store became unusable, by fault",
      labelNames: ["fault"],
      registers,
    }),
    looks: new Counter({
      name: "rota_looks_total",
      help: "Reads of a desk's roster on somebody's behalf",
      labelNames: ["desk"],
      registers,
    }),
  };
}

function createGauges(registry: Registry) {
  const gauge = <L extends string>(name: string, help: string, ...labelNames: readonly L[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    build: gauge("rota_build_info", "Always 1; what is running stands in the labels", "version", "node"),
    inFlight: gauge("rota_http_requests_in_flight", "Requests being answered"),
    store: gauge("rota_store_reachable", "1: the store can be read and written; 0: it cannot"),
    age: gauge("rota_roster_age_seconds", "Time since the last good round", "desk"),
    fresh: gauge("rota_roster_fresh", "1: fresh; 0: stale, which every board says", "desk"),
    reader: gauge("rota_desk_reader", "1: this process reads the desk; 0: another replica does", "desk"),
    breaker: gauge("rota_feishu_breaker", "1 for the state of each breaker", "desk", "endpoint", "state"),
    problem: gauge("rota_problem", "1 for the problem that a desk has now", "desk", "code"),
    agents: gauge("rota_agents", "Agents in the roster, removed ones included", "desk"),
    setAside: gauge("rota_set_aside_records", "Records that could not be read", "desk", "kind"),
    viewers: gauge("rota_viewers", "Looks within the last interval: about who reads the desk", "desk"),
  };
}

function setGauges(gauges: ReturnType<typeof createGauges>, sample: Sample): void {
  gauges.inFlight.set(sample.requestsInFlight);
  gauges.store.set(sample.storeReachable ? 1 : 0);
  gauges.problem.reset();
  gauges.breaker.reset();
  for (const { desk, endpoint, state } of sample.breakers) {
    gauges.breaker.set({ desk: desk ?? "", endpoint, state }, 1);
  }
  for (const { desk, ageMs, isFresh, isReader, problem, agents, setAside, viewers } of sample.desks) {
    if (ageMs !== null) gauges.age.set({ desk }, ageMs / 1000);
    gauges.fresh.set({ desk }, isFresh ? 1 : 0);
    gauges.reader.set({ desk }, isReader ? 1 : 0);
    if (problem !== null) gauges.problem.set({ desk, code: problem }, 1);
    gauges.agents.set({ desk }, agents);
    for (const [kind, count] of Object.entries(setAside)) gauges.setAside.set({ desk, kind }, count);
    gauges.viewers.set({ desk }, viewers);
  }
}
