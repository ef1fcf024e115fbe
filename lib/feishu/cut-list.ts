/**
 * Finds the elements of one long list in the bytes of a JSON text, so that they can be parsed a few at a time, or not at all.
 *
 * It is no parser: it follows brackets and strings, and leaves everything else to `JSON.parse`, which then sees each
 * byte of the list exactly once. Brackets, quotes, commas and backslashes are single bytes below 0x80 in UTF-8, and no byte
 * of a longer character is, so that bytes serve as well as characters, also where they are no UTF-8.
 */

/** Bytes `[from, to)`. */
export type ByteRange = readonly [from: number, to: number];

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Where the list of the first field of that name begins, at its bracket; -1: nothing in the bytes looks like one. It may be
 * another field of that name than the one that is meant, which the caller must find out.
 */
export function findList(bytes: Buffer, field: string): number {
  const name = JSON.stringify(field);
  const found = bytes.indexOf(name);
  if (found < 0) return -1;
  const colon = skipBlanks(bytes, found + name.length);
  if (bytes[colon] !== COLON) return -1;
  const open = skipBlanks(bytes, colon + 1);
  return bytes[open] === OPEN_LIST ? open : -1;
}

/** Where the first element of the list at `open` begins; at the closing bracket of an empty one. */
export function firstElement(bytes: Buffer, open: number): number {
  return skipBlanks(bytes, open + 1);
}

/** What stands behind an element: where the next one begins, or where the list ends, behind its bracket; null: neither. */
export function afterElement(
  bytes: Buffer,
  end: number,
): { readonly next: number; readonly isLast: boolean } | null {
  const at = skipBlanks(bytes, end);
  if (bytes[at] === CLOSE_LIST) return { next: at + 1, isLast: true };
  return bytes[at] === COMMA ? { next: skipBlanks(bytes, at + 1), isLast: false } : null;
}

/** Behind the value that begins at `from`; `from` itself where there is none, -1 where it does not end. */
export function endOfElement(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = closingQuote(bytes, at);
      if (at < 0) return -1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth++;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (byte === COMMA && depth === 0) {
      return at;
    }
  }
  return -1;
}

function closingQuote(bytes: Buffer, open: number): number {
  for (let at = open + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at++;
  }
  return -1;
}

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at++;
  return at;
}

/** JSON's four. */
const isBlank = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
