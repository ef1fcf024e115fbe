import { FeishuError } from "./errors.ts";

/**
 * Largest body that is read, in bytes after inflating. 10,000 agents are about 6 MiB; with what inflating
 * itself needs, a body that goes up to the cap costs less than 100 MB.
 */
export const DEFAULT_MAX_BYTES = 32 * 2 ** 20;

const FIRST_BYTES = 2 ** 16;
const MOST_GROWTH_BYTES = 4 * 2 ** 20;

/**
 * The body. `fetch` inflates without any limit, so the bytes are counted as they come, and the line is dropped at the
 * first one over `maxBytes`. They are gathered in one buffer that grows in place: a list of chunks or of strings was seen
 * to cost twice the memory before it was refused.
 *
 * @throws FeishuError `too_large`; what the stream throws is left to the caller.
 */
export async function readBytes(response: Response, maxBytes: number): Promise<Buffer> {
  if (!response.body) return Buffer.alloc(0);
  const buffer = new ArrayBuffer(Math.min(FIRST_BYTES, maxBytes), { maxByteLength: maxBytes });
  const bytes = new Uint8Array(buffer);
  let length = 0;
  for await (const chunk of response.body) {
    const needed = length + chunk.byteLength;
    // Leaving the loop by throwing also cancels the stream and with it the connection.
    if (needed > maxBytes) throw new FeishuError("too_large", `The answer is larger than ${maxBytes} bytes.`);
    if (needed > buffer.byteLength) buffer.resize(grownLength(buffer.byteLength, needed, maxBytes));
    bytes.set(chunk, length);
    length = needed;
  }
  // Bytes of a buffer that may still grow are read several times more slowly.
  return Buffer.from(buffer.transferToFixedLength(length));
}

/** Doubles while small, then grows by steps, so that little is held in vain. */
function grownLength(current: number, needed: number, maxBytes: number): number {
  const grown = current + Math.min(current, MOST_GROWTH_BYTES);
  return Math.min(maxBytes, Math.max(needed, grown));
}

/**
 * Whether the content type leaves us free to read UTF-8. A missing or wrong type is accepted, since the JSON
 * shows itself; another charset is not, as names would come out garbled and look right to us.
 */
export function isUtf8(contentType: string | null): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase();
  return charset === undefined || charset === "utf-8" || charset === "utf8" || charset === "us-ascii";
}

/** Undefined where the text is no JSON. V8 parses without recursion, so depth alone cannot hurt. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
