/** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text on one line, without control or bidi characters: a line break or a tab becomes a space. Names are clean when
 * they leave the reading (product.md, section 2); a file that other programs take apart does not lean on that.
 */
export function toLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(BIDI_CONTROLS, "")
    .toWellFormed();
}
