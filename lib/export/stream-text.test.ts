import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { streamText } from "./stream-text.ts";

test("streams the text as UTF-8, chunk by chunk", async () => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamText(["客", "服\r\n", "😀"])) chunks.push(chunk);
  expect(chunks.map((chunk) => new TextDecoder().decode(chunk))).toEqual(["客", "服\r\n", "😀"]);
});

test("makes nothing before it is read, and one chunk a turn", async () => {
  const made: number[] = [];
  function* make() {
    for (let i = 0; i < 50; i++) {
      made.push(i);
      yield "x";
    }
  }
  const stream = streamText(make());
  await nextTurn();
  expect(made).toEqual([]);
  let turns = 0;
  let over = false;
  const watch = async () => {
    for (; !over; turns++) await nextTurn();
  };
  const watching = watch();
  await new Response(stream).text();
  over = true;
  await watching;
  expect(made).toHaveLength(50);
  expect(turns).toBeGreaterThanOrEqual(50);
});

test("stops making when the reader leaves", async () => {
  let isOver = false;
  function* make() {
    try {
      for (;;) yield "x";
    } finally {
      isOver = true;
    }
  }
  const reader = streamText(make()).getReader();
  await reader.read();
  await reader.cancel();
  expect(isOver).toBe(true);
});

test("a fault in the making breaks the stream off", async () => {
  function* make() {
    yield "half";
    throw new RangeError("broken");
  }
  await expect(new Response(streamText(make())).text()).rejects.toThrow("broken");
});
