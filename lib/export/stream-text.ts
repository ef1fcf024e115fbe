import "server-only";
import { nextTurn } from "#lib/turns.ts";

/**
 * Text as a stream of UTF-8, one chunk at a time, made when the reader asks for it. Others get their turn before every
 * chunk, so that long texts hold nobody up for longer than the slowest chunk takes, and each goes on as fast as the
 * next. When the reader leaves, the text is not made to its end; a fault in the making breaks the stream off, and never
 * looks like its end.
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
