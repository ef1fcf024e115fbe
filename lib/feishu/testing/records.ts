import type { ReadRecord } from "#lib/roster/ports.ts";
import { translateRecords } from "../translate.ts";

/** For tests of the reading table: records in short form. */

/** A rule as it comes over the wire, with any values. */
export const rule = (weekday: unknown, start_time: unknown, end_time: unknown) => ({
  weekday,
  start_time,
  end_time,
});

/** Monday, minutes [540, 1080) of the week. */
export const NINE_TO_SIX = rule(1, "09:00", "18:00");

/** Reads records of one agent as a present one. */
export async function readOne(...records: readonly unknown[]): Promise<ReadRecord> {
  const list = await translateRecords(records, { removed: false });
  const [record] = list.records;
  if (!record || list.records.length !== 1) throw new Error(`${list.records.length} agents were read.`);
  return record;
}

/** An agent without fault whose schedule is these rules. */
export const withRules = (...schedule: readonly unknown[]) =>
  readOne({ status: 1, agent: { id: "a", name: "A" }, schedule });
