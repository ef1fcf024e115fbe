import { AppError } from "#lib/errors.ts";

/** More than any body that our API asks for. */
const MAX_BYTES = 16_384;

/**
 * The JSON that a request carries; what it holds is still unknown. It is not read further than its limit. Throws
 * `too_large`, and `invalid` where it is no JSON.
 */
export async function readJsonBody(request: Request, maxBytes = MAX_BYTES): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new AppError("too_large", `The body may have ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new AppError("invalid", "The body must be JSON.");
  }
}
