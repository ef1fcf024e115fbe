import "server-only";
import { randomUUID } from "node:crypto";
import { type InTurns, inSlices } from "#lib/turns.ts";
import { type ByteRange, cutList, findList } from "./cut-list.ts";
import { parseJson } from "./read-body.ts";
import { asObject } from "./read-value.ts";

/** The long list of an answer: where it stands, and who reads its records while the answer is parsed. */
export interface AnswerList {
  readonly path: readonly [outer: string, field: string];
  /**
   * Called once for each try at the text; the last try is the one that counts. What it returns takes the records, some
   * at a time, in their order.
   */
  readonly start: () => (records: readonly unknown[]) => void;
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
  const records = list && listIn(parsed?.value, list);
  if (list && Array.isArray(records)) yield* inSlices(records, SLICE_RECORDS, list.start());
  return parsed;
}

/**
 * Null where the text has to be parsed as a whole. The list that was found by its name is the one that is meant exactly if
 * a value that nobody else can know, put in its place, is found on the path: keys may come twice or with escapes.
 */
function* parseApart(bytes: Buffer, list: AnswerList): InTurns<{ readonly value: unknown } | null> {
  const open = findList(bytes, list.path[1]);
  if (open < 0) return null;
  const end = yield* parseSlices(bytes, cutList(bytes, open, SLICE_BYTES), list.start());
  if (end === null) return null;
  const [before, after] = [decode(bytes.subarray(0, open)), decodePart(bytes.subarray(end))];
  const mark = randomUUID();
  const marked = parseJson(`${before}"${mark}"${after}`);
  if (marked === undefined || listIn(marked.value, list) !== mark) return null;
  return parseJson(`${before}[]${after}`) ?? null;
}

/** Returns where the list ends; null: something in it is no JSON. */
function* parseSlices(
  bytes: Buffer,
  slices: Generator<ByteRange, number | null>,
  take: (records: readonly unknown[]) => void,
): InTurns<number | null> {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    const parsed = parseJson(`[${decodePart(bytes.subarray(...slice.value))}]`);
    if (!Array.isArray(parsed?.value)) return null;
    take(parsed.value);
    yield;
  }
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
