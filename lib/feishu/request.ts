import "server-only";
import { takeTurns } from "#lib/turns.ts";
import type { Breakers } from "./breaker.ts";
import { FeishuError, type FeishuErrorKind, kindOfCode } from "./errors.ts";
import { type AnswerList, parseAnswer } from "./parse-answer.ts";
import { isUtf8, readBytes } from "./read-body.ts";
import { CODE, type Envelope, envelopeSchema, LOG_ID_HEADER, RATE_RESET_HEADER } from "./wire.ts";

/** One HTTP call, one answer: no retry, no token. */
export interface FeishuRequest {
  readonly endpoint: Endpoint;
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  /** Only with POST: some of Feishu's gateways refuse a GET that has one. */
  readonly body?: string;
  /** Ends the call wherever it stands, the reading of the body included. */
  readonly signal: AbortSignal;
  /** Of a long answer; it may then be empty in what comes back. */
  readonly list?: AnswerList;
}

/** Names of what is called, for metrics and messages. */
export type Endpoint = "tenant_access_token" | "agent_schedules" | "user_info" | "tenant";

/** Told of each HTTP call that was made, for metrics, logs and the count of the monthly quota. Must not throw. */
export interface CallObserver {
  onCall(call: {
    readonly endpoint: Endpoint;
    readonly outcome: "ok" | FeishuErrorKind;
    readonly durationMs: number;
    /** Feishu's `code`, 0 included; null where there was no readable body. */
    readonly code: number | null;
    readonly logId: string | null;
  }): void;
}

export interface RequestDeps {
  readonly clock: { monotonicMs(): number };
  readonly observer?: CallObserver;
  readonly breakers?: Breakers;
  /** Cap on the inflated body in bytes. */
  readonly maxBytes: number;
}

export interface FeishuAnswer {
  readonly envelope: Envelope;
  /** The whole body as parsed, for endpoints whose answer is flat. */
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly logId: string | null;
}

/** Larger waits are no rate limit but a header that means something else; asking at the usual rhythm is then right. */
const LONGEST_WAIT_S = 24 * 60 * 60;

/**
 * Sends a request and judges the answer by `code`, whatever the HTTP status: Feishu sends the same code with
 * 200 here and 400 there.
 *
 * @throws FeishuError for whatever the network or Feishu may do, with a message that holds neither header nor body. A
 * fault of ours while the answer is read comes through as it is; to the observer and the breaker, Feishu has answered.
 */
export async function sendRequest(request: FeishuRequest, deps: RequestDeps): Promise<FeishuAnswer> {
  const startMs = deps.clock.monotonicMs();
  const breaker = deps.breakers?.of(request.endpoint);
  const report = (outcome: "ok" | FeishuErrorKind, code: number | null, logId: string | null) => {
    breaker?.end(outcome);
    deps.observer?.onCall({
      endpoint: request.endpoint,
      outcome,
      durationMs: deps.clock.monotonicMs() - startMs,
      code,
      logId,
    });
  };
  breaker?.begin();
  try {
    const answer = await exchange(request, deps.maxBytes);
    report("ok", CODE.ok, answer.logId);
    return answer;
  } catch (cause) {
    if (cause instanceof FeishuError) report(cause.kind, cause.code, cause.logId);
    else report("ok", null, null);
    throw cause;
  }
}

async function exchange(request: FeishuRequest, maxBytes: number): Promise<FeishuAnswer> {
  const { response, bytes } = await receive(request, maxBytes).catch((cause: unknown) => {
    throw cause instanceof FeishuError ? cause : transportError(cause, request);
  });
  const parsed = await takeTurns(parseAnswer(bytes, request.list));
  return { ...judge(parsed, response, logIdOf(response)), bytes };
}

/** All that goes over the wire, and nothing else: what fails here is the connection, or an answer that is not taken. */
async function receive(
  { url, method, headers, body, signal }: FeishuRequest,
  maxBytes: number,
): Promise<{ readonly response: Response; readonly bytes: Buffer }> {
  const response = await fetch(url, {
    method,
    headers,
    signal,
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
  const seen = { httpStatus: response.status, logId: logIdOf(response) };
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel();
    throw new FeishuError("redirect", `Feishu answered with a redirect (HTTP ${response.status}).`, seen);
  }
  if (!isUtf8(response.headers.get("content-type"))) {
    await response.body?.cancel();
    throw new FeishuError("shape", "The answer is declared in a charset other than UTF-8.", seen);
  }
  return { response, bytes: await readBytes(response, maxBytes) };
}

type Parsed = { readonly value: unknown } | undefined;

function judge(parsed: Parsed, response: Response, headerLogId: string | null): Omit<FeishuAnswer, "bytes"> {
  const read = envelopeSchema.safeParse(parsed?.value);
  if (!parsed || !read.success) throw withoutEnvelope(response, headerLogId);
  const { code, error } = read.data;
  const logId = headerLogId ?? error?.log_id ?? null;
  if (code === CODE.ok) return { envelope: read.data, body: parsed.value, logId };
  const kind = kindOfCode(code, response.status);
  throw new FeishuError(kind, `Feishu answered with code ${code} (HTTP ${response.status}).`, {
    code,
    httpStatus: response.status,
    logId,
    waitMs: kind === "rate" ? waitOf(response) : null,
  });
}

/** No `code` to judge by: a gateway in between has spoken, and its HTTP status is all there is. */
function withoutEnvelope(response: Response, logId: string | null): FeishuError {
  const { status: httpStatus } = response;
  const kind = httpStatus === 429 ? "rate" : httpStatus >= 500 ? "upstream" : "shape";
  return new FeishuError(kind, `The answer is not Feishu's JSON (HTTP ${httpStatus}).`, {
    httpStatus,
    logId,
    waitMs: kind === "rate" ? waitOf(response) : null,
  });
}

/** `fetch` throws a bare TypeError and hides the reason in `cause.code`; only that short code is passed on. */
function transportError(cause: unknown, request: FeishuRequest): FeishuError {
  if (request.signal.aborted) return new FeishuError("timeout", "No complete answer before the deadline.");
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && "code" in inner ? inner.code : undefined;
  const reason = typeof code === "string" && /^[A-Z0-9_/]{1,60}$/.test(code) ? ` (${code})` : "";
  return new FeishuError("network", `The connection to Feishu failed${reason}.`);
}

/** Feishu's support asks for this id. It is text from outside, so only what looks like one is kept. */
function logIdOf(response: Response): string | null {
  const given = response.headers.get(LOG_ID_HEADER) || response.headers.get("x-request-id");
  return given !== null && /^[\w.:-]{1,128}$/.test(given) ? given : null;
}

function waitOf(response: Response): number | null {
  const given = response.headers.get(RATE_RESET_HEADER) ?? "";
  const seconds = /^\d{1,9}(\.\d+)?$/.test(given) ? Math.ceil(Number(given)) : null;
  return seconds !== null && seconds <= LONGEST_WAIT_S ? seconds * 1000 : null;
}
