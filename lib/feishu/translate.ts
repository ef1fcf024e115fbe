import type { ReadList, ReadRecord } from "#lib/roster/ports.ts";
import { type InTurns, inSlices, takeTurns } from "#lib/turns.ts";
import { finishRecord, type RecordCopy, readCopy, uniteCopies } from "./read-record.ts";

/**
 * From Feishu's records to ours, by the table of product.md, section 2. Feishu's shapes end in this room:
 * nothing behind it knows of weekday codes or of `24:00`.
 */

/** Records between two turns: a millisecond or so of work. */
const SLICE = 100;

export interface TranslateOptions {
  /** The call asked for status 4: all are `removed`, whatever status they carry. */
  readonly removed: boolean;
}

/** A record that was read, and what becomes of it where no other one has its id; null: it has none. */
export type ReadCopy = { readonly copy: RecordCopy; readonly record: ReadRecord } | null;

/** Reads one record. Never throws, whatever it is. */
export function translateRecord(value: unknown, { removed }: TranslateOptions): ReadCopy {
  const copy = readCopy(value);
  return copy === null ? null : { copy, record: finishRecord(copy, removed) };
}

/** One call's answer: every record is in the list or counted, in the order of first appearance. */
export async function gatherRecords(
  copies: readonly ReadCopy[],
  options: TranslateOptions,
): Promise<ReadList> {
  return takeTurns(gather(copies, options));
}

function* gather(copies: readonly ReadCopy[], { removed }: TranslateOptions): InTurns<ReadList> {
  // A Map, not an object: an id may be `__proto__`.
  const byId = new Map<string, NonNullable<ReadCopy>>();
  let setAsideAgents = 0;
  yield* inSlices(copies, SLICE, (slice) => {
    for (const read of slice) {
      const before = read && byId.get(read.copy.id);
      if (read === null) setAsideAgents++;
      else byId.set(read.copy.id, before ? unite(before.copy, read.copy, removed) : read);
    }
  });
  return { records: Array.from(byId.values(), ({ record }) => record), setAsideAgents };
}

function unite(first: RecordCopy, next: RecordCopy, removed: boolean): NonNullable<ReadCopy> {
  const copy = uniteCopies(first, next);
  return { copy, record: finishRecord(copy, removed) };
}

/** All records of an answer at hand. */
export async function translateRecords(
  given: readonly unknown[],
  options: TranslateOptions,
): Promise<ReadList> {
  const copies: ReadCopy[] = [];
  const read = inSlices(given, SLICE, (slice) => {
    for (const record of slice) copies.push(translateRecord(record, options));
  });
  await takeTurns(read);
  return gatherRecords(copies, options);
}
