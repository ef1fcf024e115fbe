import { describe, expect, it } from "vitest";
import type { ByteRange } from "./cut-list.ts";
import { KEPT_MAX_RECORDS, startReading } from "./known-records.ts";

/** Whether it is right about the bytes: parse-answer.test.ts. */

const BYTES = Buffer.alloc(0);
const rangesOf = (count: number) => Array.from({ length: count }, (_, i): ByteRange => [2 * i, 2 * i + 1]);

/** Numbers above zero can be read. */
function readingOf(records: readonly number[]) {
  const reading = startReading((record) => (Number(record) > 0 ? { record } : null), null);
  reading.take(records, rangesOf(records.length));
  return reading;
}

describe("records", () => {
  it("are kept with their places, also those of which nothing could be read", () => {
    const reading = readingOf([0, 7, 0]);
    expect([reading.items, reading.setAside]).toEqual([[{ record: 7 }], 2]);
    expect(reading.keep(BYTES)).toMatchObject({
      ranges: Uint32Array.of(0, 1, 2, 3, 4, 5),
      items: [null, { record: 7 }, null],
    });
  });

  it.each([
    [KEPT_MAX_RECORDS, KEPT_MAX_RECORDS],
    [KEPT_MAX_RECORDS + 1, undefined],
    [3 * KEPT_MAX_RECORDS, undefined],
  ])("%i of them: %s are kept", (count, kept) => {
    const readable = readingOf(new Array(count).fill(1));
    expect(readable.items).toHaveLength(count);
    expect(readable.keep(BYTES)?.items.length).toBe(kept);
    const unreadable = readingOf(new Array(count).fill(0));
    expect([unreadable.items.length, unreadable.setAside]).toEqual([0, count]);
    expect(unreadable.keep(BYTES)?.items.length).toBe(kept);
  });

  it("whose places nobody knows are not kept, nor any with them", () => {
    const reading = readingOf([1]);
    reading.take([2], null);
    reading.take([3], rangesOf(1));
    expect(reading.items).toHaveLength(3);
    expect(reading.keep(BYTES)).toBeNull();
  });
});
