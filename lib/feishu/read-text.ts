/** Text for people: plain, on one line, of bounded length. Rules from product.md, section 2. */

/** Longest name in graphemes, the characters that a reader counts. */
export const NAME_MAX_GRAPHEMES = 200;
/**
 * Longest text of any kind in code units. One grapheme may be millions of stacked marks, which no page could
 * draw; 200 of the longest emoji that people write fit several times over.
 */
export const TEXT_MAX_UNITS = 8_000;

/** They become a space, since they stood between words. */
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /\p{Cc}/gu;
/** Marks, embeddings, overrides and isolates of the bidirectional algorithm: they could turn the text beside them round. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Any character but blanks and those that draw nothing; U+2800 is the empty Braille cell. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;
/** Text that needs no cleaning at all, which is nearly every one. */
const PLAIN =
  /^[!-~\u00C0-\u024F\u3400-\u9FFF](?:[ -~\u00C0-\u024F\u3400-\u9FFF]*[!-~\u00C0-\u024F\u3400-\u9FFF])?$/;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * The text without control and bidi characters, lone surrogates replaced by U+FFFD, trimmed and cut at 200
 * graphemes or `TEXT_MAX_UNITS`; null where nothing visible is left, or where it was no text.
 */
export function readText(value: unknown): string | null {
  if (typeof value !== "string") return null;
  if (value.length <= NAME_MAX_GRAPHEMES && PLAIN.test(value)) return value;
  const clean = value
    .replace(LINE_BREAKS, " ")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .toWellFormed()
    .trim();
  const short = cutGraphemes(clean);
  return VISIBLE.test(short) ? short : null;
}

/** A grapheme has at least one code unit, so short text is short in graphemes too and need not be segmented. */
function cutGraphemes(whole: string): string {
  if (whole.length <= NAME_MAX_GRAPHEMES) return whole;
  const text = cutUnits(whole);
  let count = 0;
  for (const { index } of graphemes.segment(text)) {
    if (count++ === NAME_MAX_GRAPHEMES) return text.slice(0, index).trimEnd();
  }
  return text;
}

/** Cut without breaking a surrogate pair. */
function cutUnits(text: string): string {
  const isBroken = !text.slice(0, TEXT_MAX_UNITS).isWellFormed();
  return text.slice(0, TEXT_MAX_UNITS - (isBroken ? 1 : 0)).trimEnd();
}

/**
 * What a nameless agent is called: the last six characters (code points) of the id. Cleaned like any name; an
 * id of which nothing visible would be left stands as it is, since a name is never empty.
 */
export function nameFromId(id: string): string {
  const end = Array.from(id.slice(-12)).slice(-6).join("");
  return readText(end) ?? end;
}

/** Addresses of pictures as nearly all are: nothing in them that a parser of addresses would change or refuse. */
const PLAIN_PICTURE = /^https:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}\/[!-~]*$/;

/**
 * An address that a browser may load a picture from: https without credentials in it. As given, but for
 * stray blanks and control characters, which the address parser would skip in silence, and for missing
 * slashes, without which a page on https takes `https:a/b` for an address of its own.
 */
export function readAvatarUrl(value: unknown): string | null {
  if (typeof value !== "string") return null;
  if (PLAIN_PICTURE.test(value)) return value;
  const text = value.trim();
  const url = URL.parse(text);
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  const isPlain = /^https:\/\//i.test(text) && !/[\p{Cc}\s]/u.test(text) && text.isWellFormed();
  return isPlain ? text : url.href;
}
