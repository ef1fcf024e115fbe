import { AGENT_SCHEDULES_PATH, CODE, HELPDESK_HEADER, TOKEN_PATH, WIRE_STATUS } from "#lib/feishu/wire.ts";
import { type Answer, envelope, listEnvelope, text } from "./answer.ts";
import type { ListName } from "./records.ts";
import type { SignInDesk } from "./sign-in.ts";
import type { TokenBook } from "./tokens.ts";

/** Feishu's side of the protocol, without sockets: a request goes in, an answer comes out. */

export interface GatewayRequest {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request is after, so that faults and the journal can name it. */
export type Target = "token" | ListName | "elsewhere";

export interface GatewayDesk {
  readonly helpdeskId: string;
  readonly helpdeskToken: string;
  readonly records: (list: ListName) => readonly unknown[];
}

export interface Gateway {
  readonly tokens: TokenBook;
  readonly signIn: SignInDesk;
  readonly desks: readonly GatewayDesk[];
}

export function targetOf(request: Pick<GatewayRequest, "url">): Target {
  const { pathname, searchParams } = new URL(request.url, "http://desk");
  if (pathname === TOKEN_PATH) return "token";
  if (pathname !== AGENT_SCHEDULES_PATH) return "elsewhere";
  return searchParams.getAll("status").includes(String(WIRE_STATUS.removed)) ? "removed" : "present";
}

export function answerTo(request: GatewayRequest, gateway: Gateway): Answer {
  const url = new URL(request.url, "http://desk");
  if (url.pathname === TOKEN_PATH) {
    return request.method === "POST" ? gateway.tokens.issue(request.body) : notFound();
  }
  if (url.pathname === AGENT_SCHEDULES_PATH && request.method === "GET") {
    return listSchedules(request, url.searchParams, gateway);
  }
  return gateway.signIn.answer(request, (token) => gateway.tokens.accepts(token)) ?? notFound();
}

/** Like the real gateway, it judges the tenant token first, then the helpdesk, then the query. A body is ignored. */
function listSchedules(request: GatewayRequest, query: URLSearchParams, gateway: Gateway): Answer {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) return envelope(CODE.tokenMissing);
  if (!gateway.tokens.accepts(token)) return envelope(CODE.tenantTokenInvalid);
  const desk = deskOf(request, gateway.desks);
  if (!desk) return envelope(CODE.helpdeskCredentialWrong);
  const statuses = readStatuses(query);
  if (!statuses) return envelope(CODE.badRequest);
  return listEnvelope("agent_schedules", filterRecords(desk, statuses));
}

/**
 * Feishu documents the bare base64 of `id:token`. Its own Node SDK sends `Bearer ` before it, and whether
 * the real gateway minds is not known, so both are accepted here; the product sends the documented form.
 */
export function deskOf(request: GatewayRequest, desks: readonly GatewayDesk[]): GatewayDesk | undefined {
  const given = (request.headers[HELPDESK_HEADER.toLowerCase()] ?? "").replace(/^Bearer /, "");
  return desks.find(
    (desk) => given === Buffer.from(`${desk.helpdeskId}:${desk.helpdeskToken}`).toString("base64"),
  );
}

/** The repeated key `status=1&status=2`; undefined when there is none or one is not 1 to 4, as with `status[]=1`. */
function readStatuses(query: URLSearchParams): readonly number[] | undefined {
  const given = query.getAll("status");
  return given.length > 0 && given.every((one) => /^[1-4]$/.test(one)) ? given.map(Number) : undefined;
}

/**
 * Present agents are told apart by the status in their record; what Feishu does with a status that it does
 * not document is unknown, so such a record comes with any of 1 to 3.
 */
function filterRecords(desk: GatewayDesk, statuses: readonly number[]): readonly unknown[] {
  const removed = statuses.includes(WIRE_STATUS.removed) ? desk.records("removed") : [];
  const asked = statuses.filter((status) => status !== WIRE_STATUS.removed);
  if (asked.length === 0) return removed;
  const all = desk.records("present");
  const present = KNOWN.every((status) => asked.includes(status)) ? all : all.filter(isAsked(asked));
  return removed.length === 0 ? present : [...present, ...removed];
}

const KNOWN: readonly number[] = [WIRE_STATUS.online, WIRE_STATUS.offline, WIRE_STATUS.offDuty];

function isAsked(asked: readonly number[]): (record: unknown) => boolean {
  return (record) => {
    const status = statusOf(record);
    return typeof status !== "number" || !KNOWN.includes(status) || asked.includes(status);
  };
}

function statusOf(record: unknown): unknown {
  return typeof record === "object" && record !== null && "status" in record ? record.status : undefined;
}

function notFound(): Answer {
  return text(404, "404 page not found", "text/plain");
}
