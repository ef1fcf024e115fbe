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

/** The reading of one call's answer, whose records come some at a time. */
export interface Translation {
  /** Never throws, whatever the records are: each is judged alone. */
  readonly take: (records: readonly unknown[]) => void;
  /** Every record that was taken, in the order of first appearance, or counted. */
  readonly finish: () => Promise<ReadList>;
}

export function startTranslation(options: TranslateOptions): Translation {
  // A Map, not an object: an id may be `__proto__`.
  const copies = new Map<string, RecordCopy>();
  let setAsideAgents = 0;
  return {
    take: (records) => {
      for (const record of records) {
        const copy = readCopy(record);
        if (copy === null) setAsideAgents++;
        else {
          const before = copies.get(copy.id);
          copies.set(copy.id, before === undefined ? copy : uniteCopies(before, copy));
        }
      }
    },
    finish: async () => ({ records: await takeTurns(finishAll(copies, options)), setAsideAgents }),
  };
}

function* finishAll(
  copies: ReadonlyMap<string, RecordCopy>,
  { removed }: TranslateOptions,
): InTurns<ReadRecord[]> {
  const records: ReadRecord[] = [];
  yield* inSlices([...copies.values()], SLICE, (slice) => {
    for (const copy of slice) records.push(finishRecord(copy, removed));
  });
  return records;
}

/** All records of an answer at hand. */
export async function translateRecords(
  given: readonly unknown[],
  options: TranslateOptions,
): Promise<ReadList> {
  const { take, finish } = startTranslation(options);
  await takeTurns(inSlices(given, SLICE, take));
  return finish();
}
