import "server-only";
import { randomUUID } from "node:crypto";
import { type InTurns, inSlices } from "#lib/turns.ts";
import { afterElement, type ByteRange, endOfElement, findList, firstElement } from "./cut-list.ts";
import type { RecordSink } from "./known-records.ts";
import { parseJson } from "./read-body.ts";
import { asObject } from "./read-value.ts";

/** The long list of an answer: where it stands, and who takes its records while the answer is parsed. */
export interface AnswerList {
  readonly path: readonly [outer: string, field: string];
  /** Called once for each try at the text; the last try is the one that counts. */
  readonly start: () => RecordSink;
}

/** About a hundred records: a millisecond or two to parse and to read. */
const SLICE_BYTES = 32 * 2 ** 10;
const SLICE_RECORDS = 100;

/**
 * The value of a JSON text; undefined: it is none. A long list in it is parsed some records at a time, and those are given
 * to who reads them before the next are parsed: the garbage of a whole roster never lies about, and others have their turn.
 * The list itself may then be empty in the value; in all else, and for any text whatever, the outcome is that of
 * `JSON.parse`.
 */
export function* parseAnswer(
  bytes: Buffer,
  list?: AnswerList,
): InTurns<{ readonly value: unknown } | undefined> {
  const apart = list && (yield* parseApart(bytes, list));
  if (apart) return apart;
  const parsed = parseJson(decode(bytes));
  if (list) {
    // Also where there is no list: what was found by its name alone counts for nothing.
    const sink = list.start();
    const records = listIn(parsed?.value, list);
    if (Array.isArray(records)) {
      yield* inSlices(records, SLICE_RECORDS, (slice) => sink.take(slice, null));
    }
  }
  return parsed;
}

/**
 * Null where the text has to be parsed as a whole. The list that was found by its name is the one that is meant exactly if
 * a value that nobody else can know, put in its place, is found on the path: keys may come twice or with escapes.
 */
function* parseApart(bytes: Buffer, list: AnswerList): InTurns<{ readonly value: unknown } | null> {
  const open = findList(bytes, list.path[1]);
  if (open < 0) return null;
  const end = yield* parseRecords(bytes, open, list.start());
  if (end === null) return null;
  const [before, after] = [decode(bytes.subarray(0, open)), decodePart(bytes.subarray(end))];
  const mark = randomUUID();
  const marked = parseJson(`${before}"${mark}"${after}`);
  if (marked === undefined || listIn(marked.value, list) !== mark) return null;
  return parseJson(`${before}[]${after}`) ?? null;
}

/** Returns where the list ends; null: it does not, or something in it is no JSON. */
function* parseRecords(bytes: Buffer, open: number, sink: RecordSink): InTurns<number | null> {
  let at = firstElement(bytes, open);
  // Nothing but the bracket of an empty list.
  const empty = afterElement(bytes, at);
  if (empty?.isLast) return empty.next;
  let fresh: ByteRange[] = [];
  for (let records = 1; ; records++) {
    const known = sink.find(bytes, at);
    const end = known < 0 ? endOfElement(bytes, at) : known;
    const after = end <= at ? null : afterElement(bytes, end);
    if (after === null) return null;
    if (known < 0) fresh.push([at, end]);
    const isEnough = known >= 0 || after.isLast || end - (fresh[0]?.[0] ?? at) >= SLICE_BYTES;
    if (fresh.length > 0 && isEnough) {
      if (!parseSlice(bytes, fresh, sink)) return null;
      fresh = [];
      yield;
    }
    if (known >= 0) sink.repeat([at, end]);
    if (after.isLast) return after.next;
    if (records % SLICE_RECORDS === 0) yield;
    at = after.next;
  }
}

/** Elements that stand one behind the other; false: they are no JSON. */
function parseSlice(bytes: Buffer, ranges: readonly ByteRange[], sink: RecordSink): boolean {
  const [from, to] = [ranges[0]?.[0], ranges.at(-1)?.[1]];
  const parsed = parseJson(`[${decodePart(bytes.subarray(from, to))}]`);
  if (!Array.isArray(parsed?.value) || parsed.value.length !== ranges.length) return false;
  sink.take(parsed.value, ranges);
  return true;
}

function listIn(value: unknown, { path: [outer, field] }: AnswerList): unknown {
  return asObject(asObject(value)?.[outer])?.[field];
}

const whole = new TextDecoder();
/** A byte order mark is one only at the very beginning; anywhere else it is no JSON, and must stay so. */
const part = new TextDecoder("utf-8", { ignoreBOM: true });

/** Parts begin and end beside an ASCII character, so that a byte that is no UTF-8 reads as it does in the whole. */
const decodePart = (bytes: Uint8Array) => part.decode(bytes);
/** A byte that is not UTF-8 becomes U+FFFD, so that one broken name does not cost the whole roster. */
const decode = (bytes: Uint8Array) => whole.decode(bytes);
