import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Log } from "#lib/telemetry/log.ts";
import type { Metrics, StatusClass } from "#lib/telemetry/metrics.ts";
import { type RouteName, routeNameOf } from "#lib/telemetry/route-names.ts";
import { watchExchanges } from "./exchanges.ts";

/**
 * Every request to the product's own port: counted, timed, logged, and known while it runs. Node itself tells of
 * them, so this holds for pages and routes alike, and whichever server stands in front of Next.
 */
export interface Traffic {
  /** Requests being answered. */
  readonly inFlight: () => number;
  /** Answers from now on close their connections, so that nobody sends more on them. */
  readonly turnAway: () => void;
  /** Accepts no more, and resolves once every request is answered. Idle connections end at once. */
  readonly finish: () => Promise<void>;
  /** Ends what is still open. */
  readonly cut: () => void;
  readonly unsubscribe: () => void;
}

export interface TrafficOptions {
  readonly port: number;
  readonly basePath: string;
  readonly log: Log;
  readonly metrics: Metrics;
}

const REQUEST_ID = "X-Request-Id";
/** Asked so often that their lines would hide all others; the metrics count them. */
const QUIET: ReadonlySet<RouteName> = new Set(["/api/health", "/api/ready", "/api/metrics", "/_next/*"]);

export function watchTraffic({ port, basePath, log, metrics }: TrafficOptions): Traffic {
  const running = new Set<ServerResponse>();
  const servers = new Set<Server>();
  let isTurningAway = false;
  let onIdle: (() => void) | null = null;

  const unsubscribe = watchExchanges(port, ({ request, response, server }) => {
    const startedMs = performance.now();
    const route = routeNameOf(request.url ?? "", basePath);
    servers.add(server);
    running.add(response);
    // Routes of the API name themselves (lib/server/route.ts); an id that comes from outside counts for nothing.
    if (!route.startsWith("/api/")) response.setHeader(REQUEST_ID, randomUUID());
    if (isTurningAway) response.setHeader("Connection", "close");
    response.once("close", () => {
      running.delete(response);
      tell(request, response, route, performance.now() - startedMs, { log, metrics });
      if (running.size === 0) onIdle?.();
    });
  });

  return {
    inFlight: () => running.size,
    turnAway: () => {
      isTurningAway = true;
      for (const response of running) if (!response.headersSent) response.setHeader("Connection", "close");
    },
    finish: () =>
      new Promise((resolve) => {
        onIdle = resolve;
        for (const server of servers) server.close();
        if (running.size === 0) resolve();
      }),
    cut: () => {
      for (const server of servers) server.closeAllConnections();
    },
    unsubscribe,
  };
}

function tell(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteName,
  durationMs: number,
  { log, metrics }: Pick<TrafficOptions, "log" | "metrics">,
): void {
  const method = request.method ?? "";
  const status = response.writableFinished ? classOf(response.statusCode) : "aborted";
  metrics.countRequest({ route, method, status, durationMs });
  const line = {
    requestId: response.getHeader(REQUEST_ID),
    method,
    route,
    status: status === "aborted" ? status : response.statusCode,
    durationMs: Math.round(durationMs * 10) / 10,
  };
  log[levelOf(route, response.statusCode)](line, "answered");
}

function levelOf(route: RouteName, status: number): "debug" | "info" | "warn" {
  if (QUIET.has(route) || status === 304) return "debug";
  return status >= 500 ? "warn" : "info";
}

function classOf(status: number): StatusClass {
  if (status < 200) return "1xx";
  if (status < 300) return "2xx";
  if (status < 400) return "3xx";
  return status < 500 ? "4xx" : "5xx";
}
