import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import type { Roster } from "#lib/schedule/types.ts";
import { type InTurns, inSlices } from "#lib/turns.ts";
import { StoreFailure } from "./failure.ts";

/**
 * The text under which a roster is kept. A large one is compressed, on another thread: SQLite is synchronous, and to
 * write megabytes would hold up the whole process. A small one stays JSON that anybody can read.
 */

/** Of UTF-8. */
const PLAIN_MAX_BYTES = 2 ** 18;
/** What a packed row may become; rosters are at most as large as the answer they came from (lib/feishu/read-body.ts). */
const UNPACKED_MAX_BYTES = 2 ** 27;
const AGENTS_PER_SLICE = 100;

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);

/** A roster as JSON in UTF-8, in parts, with a digest of it. */
export interface WrittenRoster {
  readonly parts: readonly Buffer[];
  readonly digest: string;
  readonly isLarge: boolean;
}

export function* writeRoster({ desk, skills, agents, setAside }: Roster): InTurns<WrittenRoster> {
  const parts: Buffer[] = [];
  const hash = createHash("sha256");
  let length = 0;
  const add = (text: string) => {
    const part = Buffer.from(text);
    parts.push(part);
    hash.update(part);
    length += part.length;
  };
  add(`${JSON.stringify({ desk, skills }).slice(0, -1)},"agents":[`);
  yield* inSlices(agents, AGENTS_PER_SLICE, (slice) => {
    add(`${parts.length > 1 ? "," : ""}${JSON.stringify(slice).slice(1, -1)}`);
  });
  add(`],"setAside":${JSON.stringify(setAside)}}`);
  return { parts, digest: hash.digest("base64url"), isLarge: length > PLAIN_MAX_BYTES };
}

/** What goes into the row. */
export async function packRoster({ parts, isLarge }: WrittenRoster): Promise<string> {
  const json = Buffer.concat(parts);
  if (!isLarge) return json.toString();
  const packed = await pack(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  return packed.toString("base64");
}

/** The JSON of a large roster. Rejects what was not packed by `packRoster`. */
export async function unpackRoster(text: string): Promise<string> {
  try {
    const json = await unpack(Buffer.from(text, "base64"), { maxOutputLength: UNPACKED_MAX_BYTES });
    return json.toString();
  } catch {
    throw new StoreFailure("unreadable_row");
  }
}
