import { FeishuError } from "./errors.ts";

/** Largest body that is read, in bytes after inflating. 10,000 agents are about 8 MiB. */
export const DEFAULT_MAX_BYTES = 64 * 2 ** 20;

/**
 * The body as text. `fetch` inflates without any limit, so the bytes are counted as they come, and the line
 * is dropped at the first one over `maxBytes`: a small file that inflates to hundreds of megabytes costs no
 * more memory than the cap. A byte order mark is left out; a byte that is not UTF-8 becomes U+FFFD, so that
 * one broken name does not cost the whole roster.
 *
 * @throws FeishuError `too_large`; what the stream throws is left to the caller.
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    // Leaving the loop by throwing also cancels the stream and with it the connection.
    if (bytes > maxBytes) throw new FeishuError("too_large", `The answer is larger than ${maxBytes} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
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
