import "server-only";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Packing } from "./accept-encoding.ts";

/**
 * Answers whose bytes are compressed once and sent many times (docs/adr/0012-compressed-once.md). To Next such an answer
 * is an ordinary one, which it compresses anew; the door (door.ts) sends what is kept here.
 */
type Bytes = Uint8Array<ArrayBuffer>;

/** Compressing less saves no packet. */
const PACKED_FROM_BYTES = 1_024;
/**
 * The best that takes at most some tens of milliseconds, or two hundred for a thousand agents: done once a version, off the
 * event loop. At 9 a small roster whose names hardly repeat comes out larger than Feishu's own answer, at 10 it does not.
 */
const qualityFor = (bytes: number): number => (bytes <= 2 ** 15 ? 11 : bytes <= 640 * 2 ** 10 ? 10 : 9);

const packers: Readonly<Record<Packing, (bytes: Bytes) => Promise<Uint8Array>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: qualityFor(bytes.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9, memLevel: 9 }),
};

const bodies = new WeakMap<Response, Bytes>();
/** As long-lived as the bytes they were made from. */
const packed = new WeakMap<Bytes, Map<Packing, Promise<Uint8Array>>>();

/** An answer of bytes that do not change. They are neither copied nor read before somebody wants them. */
export function replyBytes(bytes: Bytes, headers: Readonly<Record<string, string>>): Response {
  const body = new ReadableStream<Bytes>(
    {
      pull: (controller) => {
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const response = new Response(body, { headers });
  bodies.set(response, bytes);
  return response;
}

/** The bytes of such an answer; null: it is another one. */
export function bytesOf(response: Response): Bytes | null {
  return bodies.get(response) ?? null;
}

export interface Packed {
  readonly bytes: Uint8Array;
  /** `Content-Encoding`; null: the bytes are as they are. */
  readonly packing: Packing | null;
}

/** Compressed at the first call, and kept; short ones stay as they are. */
export async function packOnce(bytes: Bytes, packing: Packing | null): Promise<Packed> {
  if (packing === null || bytes.length < PACKED_FROM_BYTES) return { bytes, packing: null };
  const known = packed.get(bytes) ?? new Map<Packing, Promise<Uint8Array>>();
  packed.set(bytes, known);
  const made = known.get(packing) ?? packers[packing](bytes);
  known.set(packing, made);
  return { bytes: await made, packing };
}
