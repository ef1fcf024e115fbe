/** How many quiet tints there are for avatars (design tokens, section 1). */
export const TINTS = 6;

const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

let segmenter: Intl.Segmenter | undefined;

/** Made once: making one takes longer than the splitting. When first needed: a fault then is the page's to tell, and to retry. */
function makeSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter();
  return segmenter;
}

/**
 * What stands in an avatar without a picture: the last two characters of a Chinese, Japanese or Korean
 * name, else the first letters of the first and the last word. `short` gives one letter.
 */
export function initialsOf(name: string, short = false): string {
  const graphemes = Array.from(makeSegmenter().segment(name.slice(0, 80)), ({ segment }) => segment);
  const letters = graphemes.filter((one) => /[\p{L}\p{N}]/u.test(one));
  if (letters.some((one) => HAN.test(one))) return letters.slice(short ? -1 : -2).join("");
  const words = name
    .slice(0, 80)
    .split(/[\s\p{P}]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const picked = [first, short ? undefined : last].map((word) => (word ? (Array.from(word)[0] ?? "") : ""));
  return picked.join("").toUpperCase() || (graphemes[0] ?? "?");
}

/** A tint that stays with an agent for good, since it hangs on the id alone. */
export function tintOf(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % TINTS;
}
