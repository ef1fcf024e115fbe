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

/** A record that was read, and what becomes of it where no other one has its id. */
export interface ReadCopy {
  readonly copy: RecordCopy;
  readonly record: ReadRecord;
}

/** What one call brought: known-records.ts gathers it. */
export interface ReadCopies {
  readonly items: readonly ReadCopy[];
  /** Records without an id. */
  readonly setAside: number;
}

/** Reads one record; null: it has no id. Never throws, whatever it is. */
export function translateRecord(value: unknown, { removed }: TranslateOptions): ReadCopy | null {
  const copy = readCopy(value);
  return copy === null ? null : { copy, record: finishRecord(copy, removed) };
}

/** One call's answer: every record is in the list or counted, in the order of first appearance. */
export async function gatherRecords(copies: ReadCopies, options: TranslateOptions): Promise<ReadList> {
  return takeTurns(gather(copies, options));
}

function* gather({ items, setAside }: ReadCopies, { removed }: TranslateOptions): InTurns<ReadList> {
  // A Map, not an object: an id may be `__proto__`.
  const byId = new Map<string, ReadCopy>();
  const again = new Map<string, RecordCopy[]>();
  yield* inSlices(items, SLICE, (slice) => {
    for (const read of slice) {
      const before = byId.get(read.copy.id);
      if (before) noteAgain(again, before.copy, read.copy);
      else byId.set(read.copy.id, read);
    }
  });
  let copiesInTurn = 0;
  for (const [id, all] of again) {
    copiesInTurn += all.length;
    if (copiesInTurn > SLICE) {
      yield;
      copiesInTurn = all.length;
    }
    const copy = uniteCopies(all);
    byId.set(id, { copy, record: finishRecord(copy, removed) });
  }
  return { records: Array.from(byId.values(), ({ record }) => record), setAsideAgents: setAside };
}

/** All copies of one id are united at once: one after the other, each would lay all rules so far anew. */
function noteAgain(again: Map<string, RecordCopy[]>, first: RecordCopy, next: RecordCopy): void {
  const all = again.get(first.id);
  if (all) all.push(next);
  else again.set(first.id, [first, next]);
}

/** All records of an answer at hand. */
export async function translateRecords(
  given: readonly unknown[],
  options: TranslateOptions,
): Promise<ReadList> {
  const items: ReadCopy[] = [];
  const read = inSlices(given, SLICE, (slice) => {
    for (const record of slice) {
      const one = translateRecord(record, options);
      if (one !== null) items.push(one);
    }
  });
  await takeTurns(read);
  return gatherRecords({ items, setAside: given.length - items.length }, options);
}
