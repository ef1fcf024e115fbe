import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Text as a stream of UTF-8, one chunk at a time, made when the reader asks for it. Others get their turn before every
 * chunk, so that a long text holds nobody up for longer than its slowest chunk takes. When the reader leaves, the text
 * is not made to its end; a fault in the making breaks the stream off, and never looks like its end.
 */
export function streamText(chunks: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream(
    {
      pull: async (controller) => {
        await nextTurn();
        const { done, value } = iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: () => {
        iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
