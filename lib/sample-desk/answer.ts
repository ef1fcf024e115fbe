import { CODE, LOG_ID_HEADER } from "#lib/feishu/wire.ts";

/** An HTTP answer before it goes out: faults may still bend it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const MESSAGES: Readonly<Record<number, string>> = {
  [CODE.ok]: "success",
  [CODE.appIdUnknown]: "invalid param",
  [CODE.appSecretWrong]: "app secret invalid",
  [CODE.badRequest]: "Bad request, please check your request body",
  [CODE.helpdeskCredentialWrong]: "Please check your helpdesk credential",
  [CODE.noAccess]: "Please check you have the correct access",
  [CODE.notFound]: "Not found",
  [CODE.internal]: "Internal error",
  [CODE.rateLimited]: "request trigger frequency limit",
  [CODE.quotaUsedUp]: "This month's API call quota has been exceeded",
  [CODE.tokenMissing]: "Missing access token for authorization",
  [CODE.tenantTokenInvalid]: "Invalid access token for authorization",
  [CODE.viewerTokenInvalid]: "The user access token is invalid",
  [CODE.scopeMissing]: "Access denied. One of the following scopes is required: [helpdesk:all:readonly]",
};

/** HTTP status by code, from the tables of Feishu's documentation; 400 where they say nothing. */
const STATUS_OF_CODE: Readonly<Record<number, number>> = {
  [CODE.ok]: 200,
  [CODE.appIdUnknown]: 200,
  [CODE.appSecretWrong]: 200,
  [CODE.helpdeskCredentialWrong]: 401,
  [CODE.noAccess]: 403,
  [CODE.notFound]: 404,
  [CODE.internal]: 500,
  [CODE.rateLimited]: 429,
  [CODE.quotaUsedUp]: 429,
};

/** A JSON answer in Feishu's envelope; `rest` stands beside `code` and `msg`. */
export function envelope(code: number, rest: object = {}, status = STATUS_OF_CODE[code] ?? 400): Answer {
  return text(status, JSON.stringify({ code, msg: MESSAGES[code] ?? "error", ...rest }));
}

/** An answer of a list. Of what is frozen it is made once: a test may change its own records wherever they lie. */
export function listEnvelope(field: string, records: readonly unknown[]): Answer {
  return remember(listAnswers, records, () => {
    const list = `[${records.map(writeRecord).join(",")}]`;
    const empty = JSON.stringify({ code: CODE.ok, msg: MESSAGES[CODE.ok], data: { [field]: [] } });
    return text(200, `${empty.slice(0, -"[]}}".length)}${list}}}`);
  });
}

const listAnswers = new WeakMap<object, Answer>();
const recordTexts = new WeakMap<object, string>();

function writeRecord(record: unknown): string {
  const write = () => JSON.stringify(record ?? null);
  return typeof record === "object" && record !== null ? remember(recordTexts, record, write) : write();
}

function remember<T>(made: WeakMap<object, T>, from: object, make: () => T): T {
  if (!Object.isFrozen(from)) return make();
  const known = made.get(from) ?? make();
  made.set(from, known);
  return known;
}

export function text(status: number, body: string, contentType = "application/json; charset=utf-8"): Answer {
  return { status, headers: { "content-type": contentType }, body: Buffer.from(body) };
}

export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Makes log ids that look like Feishu's (a time, then digits), each other than the last. */
export function createLogIds(now: () => number): () => string {
  let count = 0;
  return () => {
    const time = new Date(now()).toISOString().replace(/\D/g, "").slice(0, 14);
    return `${time}${(++count).toString(16).padStart(18, "0").toUpperCase()}`;
  };
}

export const logIdHeaders = (logId: string) => ({ [LOG_ID_HEADER]: logId });
