import "server-only";
import { randomUUID } from "node:crypto";
import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { renewSession } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { AppError, RateLimitedError } from "#lib/errors.ts";
import { routeNameOf } from "#lib/telemetry/route-names.ts";
import { requireViewer } from "./guard.ts";
import { replyError } from "./reply.ts";
import { getRuntime, type Runtime } from "./runtime.ts";
import { noteRefusal } from "./watch.ts";

/** What a handler gets: everything is checked, and it only has to parse, call one verb and reply. */
export interface RouteInput {
  readonly runtime: Runtime;
  readonly request: Request;
  readonly search: URLSearchParams;
  readonly requestId: string;
}
export interface GuardedInput extends RouteInput {
  readonly viewer: Viewer;
}

type Handler<I> = (input: I) => Response | Promise<Response>;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Verbs<I> = Readonly<Partial<Record<Method, Handler<I>>>>;
type NextHandler = (request: Request) => Promise<Response>;
/** What a route file exports: every method that Next knows, since its own refusal names none that are allowed. */
type Exports = Readonly<Record<Method | "HEAD" | "OPTIONS", NextHandler>>;

/** A route for viewers. Who asks is settled before the handler runs. */
export function defineRoute(verbs: Verbs<GuardedInput>): Exports {
  const admit: Admit<GuardedInput> = async (request, search, requestId) => ({
    ...(await requireViewer(request.headers)),
    request,
    search,
    requestId,
  });
  return exportsOf(verbs, admit, writeDownUse);
}

/** A route that is open to all (product.md, section 7, lists them). */
export function definePublicRoute(verbs: Verbs<RouteInput>): Exports {
  return exportsOf(verbs, async (request, search, requestId) => ({
    runtime: await getRuntime(),
    request,
    search,
    requestId,
  }));
}

/** A session that is used does not run out: that it was, is written down now and then. */
async function writeDownUse(request: Request, response: Response): Promise<void> {
  const { access } = await getRuntime();
  if (access.mode.kind !== "session" || response.headers.has("Set-Cookie")) return;
  const renewed = await renewSession(request.headers, access.sessions);
  if (renewed !== null) response.headers.append("Set-Cookie", renewed);
}

type Admit<I> = (request: Request, search: URLSearchParams, requestId: string) => Promise<I>;

function exportsOf<I extends RouteInput>(
  verbs: Verbs<I>,
  admit: Admit<I>,
  finish: (request: Request, response: Response) => Promise<void> = async () => {},
): Exports {
  const answer: NextHandler = async (request) => {
    const requestId = randomUUID();
    const response = await settle(request, requestId, verbs, admit);
    response.headers.set("X-Request-Id", requestId);
    await finish(request, response);
    return request.method === "HEAD" ? new Response(null, response) : response;
  };
  return {
    GET: answer,
    HEAD: answer,
    POST: answer,
    PUT: answer,
    PATCH: answer,
    DELETE: answer,
    OPTIONS: answer,
  };
}

async function settle<I extends RouteInput>(
  request: Request,
  requestId: string,
  verbs: Verbs<I>,
  admit: Admit<I>,
): Promise<Response> {
  const { method } = request;
  const allowed = allowedMethods(verbs);
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: allowed } });
  const handler = handlerOf(verbs, method);
  if (handler === undefined) {
    const error = new AppError("method_not_allowed", `Allowed here: ${allowed}.`);
    return replyError(error, requestId, { Allow: allowed });
  }
  try {
    await requireOwnOrigin(request);
    return await handler(await admit(request, new URL(request.url).searchParams, requestId));
  } catch (error) {
    const runtime = await getRuntime();
    if (error instanceof AppError) {
      const answered = await noteRefusal({ runtime, request, requestId }, error);
      return replyError(answered, requestId, waitOf(answered));
    }
    const { log, settings } = runtime;
    const route = routeNameOf(new URL(request.url).pathname, settings.basePath);
    log.error({ requestId, method, route, err: error }, "a request failed");
    return replyError(new AppError("internal", "Something went wrong here."), requestId);
  }
}

const waitOf = (error: AppError): Readonly<Record<string, string>> =>
  error instanceof RateLimitedError ? { "Retry-After": String(error.retryAfterS) } : {};

function handlerOf<I>(verbs: Verbs<I>, method: string): Handler<I> | undefined {
  const wanted = method === "HEAD" ? "GET" : method;
  return Object.entries(verbs).find(([name]) => name === wanted)?.[1];
}

function allowedMethods(verbs: Verbs<never>): string {
  const own = Object.keys(verbs).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return [...own, "OPTIONS"].join(", ");
}

/** What changes something must not be asked by a foreign page in a viewer's name. Throws `forbidden`. */
async function requireOwnOrigin(request: Request): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD") return;
  const { settings } = await getRuntime();
  if (!isOwnOrigin(request.headers.get("origin"), settings.appUrl)) {
    throw new AppError("forbidden", "This cannot be asked from another page.");
  }
}
