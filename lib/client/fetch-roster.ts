import type { FirstRows, WholeText } from "#lib/contract/first-rows.ts";
import { CLOCK_HEADERS, type RosterJson } from "#lib/contract/roster.ts";
import { applyChange } from "#lib/contract/roster-change.ts";
import { isRoster, isRosterChange } from "#lib/contract/roster-check.ts";
import type { Outline } from "#lib/schedule/outline.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { type ClientAccess, OWN_ACCESS } from "./access.ts";
import { markDocument, markNow, type ReadingClock } from "./clock.ts";
import { keepUnchanged } from "./keep-unchanged.ts";

const DATA_MARK = "rota:data";

/** One answer of `GET /api/roster`, checked, with the clock it came with. */
export interface Reading {
  readonly roster: RosterJson;
  readonly etag: string | null;
  readonly clock: ReadingClock;
  /** Only the agents of the first rows are here, and this is said of all; the rest is on its way. */
  readonly outline?: Outline;
  /** The rest is on this page as text. */
  readonly rest?: WholeText;
}

/**
 * What the page itself brought. It was received with the document, if it is the document that brought it, and
 * not with the script that reads it.
 */
export function readingFromPage(first: FirstRows, isOfDocument: boolean): Reading {
  const { roster, outline, whole, fetchedAt, servedAt, nextReadAt } = first;
  const received = isOfDocument ? markDocument() : markNow();
  const clock = { fetchedAt, servedAt, nextReadAt, received };
  return { roster, etag: null, clock, outline, ...(whole && { rest: whole }) };
}

/**
 * The whole roster of a desk, of which `fromPage` is what the page brought: the rest of it where that is on the page as
 * text, and the server's answer where there is none or it cannot be read. Throws a `RosterFetchError`.
 */
export async function readRoster(
  url: string,
  fromPage: Reading | undefined,
  signal: AbortSignal,
  access: ClientAccess = OWN_ACCESS,
): Promise<Reading> {
  const onPage = fromPage?.rest === undefined ? null : readRest(fromPage, fromPage.rest);
  return onPage ?? fetchRoster(url, fromPage, signal, access);
}

/** Null where the text is no roster. */
function readRest(first: Reading, { text, etag }: WholeText): Reading | null {
  const json = parse(text);
  if (!isRoster(json)) return null;
  const roster = keepUnchanged(first.roster, json);
  markData();
  return { roster, etag, clock: first.clock };
}

/** Undefined, which is no roster either, where the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The roster could not be read from our own server: `status` is null where it did not answer at all. */
export class RosterFetchError extends Error {
  override readonly name = "RosterFetchError";
  readonly status: number | null;
  constructor(status: number | null, options?: ErrorOptions) {
    super(status === null ? "The server does not answer" : `The server answered ${status}`, options);
    this.status = status;
  }
}

/**
 * Reads a desk's roster. Sends the last ETag itself instead of leaving that to the browser's cache, so
 * that "not modified" costs neither parsing nor rendering, and asks only for what has changed since then.
 * Throws a `RosterFetchError`.
 */
export async function fetchRoster(
  url: string,
  last: Reading | undefined,
  signal: AbortSignal,
  access: ClientAccess = OWN_ACCESS,
): Promise<Reading> {
  const response = await ask(url, last?.etag ?? null, signal, access);
  if (response.status === 401) access.refused();
  const clock = readClock(response.headers);
  if (response.status === 304 && last !== undefined) return { ...last, clock };
  if (!response.ok) throw new RosterFetchError(response.status);
  const json: unknown = await response.json();
  const changed = last && applyAnswer(last, json);
  // A change that does not fit what is here: the whole is asked for, as at the first time.
  if (changed === null) return fetchRoster(url, undefined, signal, access);
  const roster = changed ?? readWhole(json, last, response.status);
  markData();
  return { roster, etag: response.headers.get("etag"), clock };
}

/** The roster that an answer to `since` leads to; null: it does not fit; undefined: the answer is a whole roster. */
function applyAnswer(last: Reading, json: unknown): RosterJson | null | undefined {
  if (!isRosterChange(json)) return undefined;
  return json.since === versionOf(last.etag) ? applyChange(last.roster, json) : null;
}

function readWhole(json: unknown, last: Reading | undefined, status: number): RosterJson {
  if (!isRoster(json)) throw new RosterFetchError(status, { cause: new TypeError("This is no roster") });
  return last === undefined ? json : keepUnchanged(last.roster, json);
}

/** The text of a tag, which is what the server calls a version; a proxy on the way may have made the tag weak. */
const versionOf = (etag: string | null) => etag?.match(/^(?:W\/)?"([^"]+)"$/)?.[1] ?? null;

/** For measurement: the moment at which the first roster is in the browser's memory (product.md, section 9). */
function markData(): void {
  if (performance.getEntriesByName(DATA_MARK).length === 0) performance.mark(DATA_MARK);
}

async function ask(
  url: string,
  etag: string | null,
  signal: AbortSignal,
  access: ClientAccess,
): Promise<Response> {
  const headers = { ...access.headers(), ...(etag === null ? {} : { "If-None-Match": etag }) };
  const version = versionOf(etag);
  const address = version === null ? url : `${url}&since=${encodeURIComponent(version)}`;
  try {
    // Without an ETag of ours the browser may use what it has begun to load with the page.
    return await fetch(address, { signal, cache: etag === null ? "default" : "no-store", headers });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new RosterFetchError(null, { cause });
  }
}

function readClock(headers: Headers): ReadingClock {
  const read = (name: string) => Date.parse(headers.get(name) ?? "");
  const servedAt = read(CLOCK_HEADERS.servedAt);
  const fallback = Number.isNaN(servedAt) ? Date.now() : servedAt;
  const or = (value: number, other: number) => asInstant(Number.isNaN(value) ? other : value);
  return {
    servedAt: asInstant(fallback),
    fetchedAt: or(read(CLOCK_HEADERS.fetchedAt), fallback),
    nextReadAt: or(read(CLOCK_HEADERS.nextReadAt), fallback + 60_000),
    received: markNow(),
  };
}
