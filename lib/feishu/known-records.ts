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
  readonly items: readonly T[];
}

export interface RecordReading<T> extends RecordSink {
  /** What was read so far, in order. */
  readonly items: readonly T[];
  /** For the next reading, once all of `bytes` has been read; null: not worth it, or not possible. */
  readonly keep: (bytes: Buffer) => KnownRecords<T> | null;
}

/** Answers larger than this are read anew each time: more memory than that is not kept for them. */
const KEPT_MAX_BYTES = 16 * 2 ** 20;
const OPEN_OBJECT = 0x7b;
/** Where a record is looked for, from where it would stand if nobody had come or left since. */
const PLACES = [0, 1, -1, 2, -2];

/**
 * Reads records, each by `read`, which must give the same for the same JSON. One whose bytes stood in the answer before is
 * not parsed again: what was read of it is taken over, the very same object. From round to round few records change, and
 * Feishu's order is the same.
 */
export function startReading<T>(
  read: (record: unknown) => T,
  before: KnownRecords<T> | null,
): RecordReading<T> {
  const items: T[] = [];
  const ranges: number[] = [];
  let canBeKept = true;
  let expected = 0;
  let found = 0;

  const isThere = (bytes: Buffer, at: number, place: number): number => {
    const [from, to] = [before?.ranges[2 * place], before?.ranges[2 * place + 1]];
    if (before === null || from === undefined || to === undefined) return -1;
    const end = at + to - from;
    return end <= bytes.length && bytes.compare(before.bytes, from, to, at, end) === 0 ? end : -1;
  };
  return {
    items,
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
      items.push(item);
      ranges.push(...range);
    },
    take: (records, places) => {
      for (const record of records) items.push(read(record));
      if (places === null) canBeKept = false;
      else for (const range of places) ranges.push(...range);
    },
    keep: (bytes) =>
      canBeKept && bytes.length <= KEPT_MAX_BYTES ? { bytes, ranges: Uint32Array.from(ranges), items } : null,
  };
}
