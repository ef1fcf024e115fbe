import type { ByteRange } from "./cut-list.ts";

/** Takes the records of one answer, in their order, as they are parsed. */
export interface RecordSink {
  /** Where the record that begins at `at` ends, if its bytes are those of one that is known; else -1. */
  readonly find: (bytes: Buffer, at: number) => number;
  /** The record that was found last. */
  readonly repeat: (range: ByteRange) => void;
  /** Some that are not known. `ranges`: where each stands; null: nobody knows, and none of this answer can be known later. */
  readonly take: (records: readonly unknown[], ranges: readonly ByteRange[] | null) => void;
}

/** An answer's records with what was read of each, for the next answer. */
export interface KnownRecords<T> {
  readonly bytes: Buffer;
  /** `from` and `to` of each. */
  readonly ranges: Uint32Array;
  readonly items: readonly (T | null)[];
}

export interface RecordReading<T> extends RecordSink {
  /** What was read so far, in order. */
  readonly items: readonly T[];
  /** How many records so far held nothing to be read. They are counted alone: there may be millions. */
  readonly setAside: number;
  /** For the next reading, once all of `bytes` has been read; null: not worth it, or not possible. */
  readonly keep: (bytes: Buffer) => KnownRecords<T> | null;
}

/** Answers larger than this, or of more records, are read anew each time: more memory than that is not kept for them. */
const KEPT_MAX_BYTES = 16 * 2 ** 20;
export const KEPT_MAX_RECORDS = 50_000;
const OPEN_OBJECT = 0x7b;
/** Where a record is looked for, from where it would stand if nobody had come or left since. */
const PLACES = [0, 1, -1, 2, -2];

/**
 * Reads records, each by `read`, which must give the same for the same JSON; null: nothing in it can be read. One whose
 * bytes stood in the answer before is not parsed again: what was read of it is taken over, the very same object. From
 * round to round few records change, and Feishu's order is the same.
 */
export function startReading<T>(
  read: (record: unknown) => T | null,
  before: KnownRecords<T> | null,
): RecordReading<T> {
  const items: T[] = [];
  const keeper = makeKeeper<T>();
  let setAside = 0;
  let expected = 0;
  let found = 0;

  const isThere = (bytes: Buffer, at: number, place: number): number => {
    const [from, to] = [before?.ranges[2 * place], before?.ranges[2 * place + 1]];
    if (before === null || from === undefined || to === undefined) return -1;
    const end = at + to - from;
    return end <= bytes.length && bytes.compare(before.bytes, from, to, at, end) === 0 ? end : -1;
  };
  const add = (item: T | null, range: ByteRange | undefined) => {
    if (item === null) setAside++;
    else items.push(item);
    keeper.add(item, range);
  };
  return {
    items,
    get setAside() {
      return setAside;
    },
    find: (bytes, at) => {
      // An object ends where its bytes end; a number might go on.
      if (before !== null && bytes[at] === OPEN_OBJECT) {
        for (const offset of PLACES) {
          const end = isThere(bytes, at, expected + offset);
          if (end < 0) continue;
          found = expected + offset;
          expected = found + 1;
          return end;
        }
      }
      expected++;
      return -1;
    },
    repeat: (range) => {
      const item = before?.items[found];
      if (item === undefined) throw new RangeError("No record was found.");
      add(item, range);
    },
    take: (records, places) => {
      for (const [i, record] of records.entries()) add(read(record), places?.[i]);
    },
    keep: keeper.keep,
  };
}

/** Keeps records as long as it is told where each stands, and there are not too many. */
function makeKeeper<T>() {
  let kept: { readonly ranges: number[]; readonly items: (T | null)[] } | null = { ranges: [], items: [] };
  return {
    add: (item: T | null, range: ByteRange | undefined) => {
      if (range === undefined || kept?.items.length === KEPT_MAX_RECORDS) kept = null;
      else kept?.ranges.push(...range);
      kept?.items.push(item);
    },
    keep: (bytes: Buffer): KnownRecords<T> | null =>
      kept !== null && bytes.length <= KEPT_MAX_BYTES
        ? { bytes, ranges: Uint32Array.from(kept.ranges), items: kept.items }
        : null,
  };
}
