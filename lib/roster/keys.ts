import "server-only";
import { pinyin, polyphonic } from "pinyin-pro";

/**
 * What a name is ordered and found by (product.md, sections 4 and 5). On the server alone: the tables of
 * pinyin weigh more than the rest of the page, and one reading for all means one order for all.
 */
export interface NameKeys {
  /** Pinyin of Chinese, folded Latin, one space between: `张三` → `zhang san`, `Zoë Müller` → `zoe muller`. */
  readonly sortKey: string;
  /** Space-separated: the sort key without its spaces, the initials, and the same for other readings. */
  readonly searchKeys: string;
}

/** Names kept in memory; a desk has one per agent, and they hardly ever change. */
const REMEMBERED_MAX = 50_000;
/** Other readings of a name are added while there are no more than this many; longer text is no name. */
const READINGS_MAX = 8;
/** A skill without a name is called by its id, whatever its length; nobody orders or finds it by more than this. */
const KEYED_MAX_UNITS = 8_000;

const remembered = new Map<string, NameKeys>();

export function keysOf(name: string): NameKeys {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  const keys = deriveKeys(name.slice(0, KEYED_MAX_UNITS));
  remembered.set(name, keys);
  return keys;
}

function deriveKeys(name: string): NameKeys {
  const words = wordsOf(name);
  if (words.length === 0) return { sortKey: fold(name), searchKeys: "" };
  const readings = readingsOf(words);
  const forms = readings.flatMap((syllables) => [syllables.join(""), initialsOf(syllables)]);
  return {
    sortKey: words.map(([usual]) => usual).join(" "),
    searchKeys: [...new Set(forms.filter((form) => form !== ""))].join(" "),
  };
}

/** Each word of the name with its possible readings, the usual one first. A Chinese character is a word. */
function wordsOf(name: string): readonly (readonly [string, ...string[]])[] {
  const runs = name.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
  return runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? readHan(run) : foldWords(run)));
}

/** Usually one; a letter that Unicode takes apart may hold several, as ﷺ does, or none. */
function foldWords(run: string): readonly (readonly [string])[] {
  const words = fold(run).split(/\s+/);
  return words.filter((word) => word !== "").map((word) => [word]);
}

function readHan(run: string): readonly (readonly [string, ...string[]])[] {
  const usual = pinyin(run, { toneType: "none", type: "array", surname: "head", v: true });
  const all = polyphonic(run, { toneType: "none", type: "array", v: true });
  return usual.map((reading, index) => {
    const others = [...(all[index] ?? []), reading.replaceAll("v", "u")].filter((other) => other !== reading);
    return [reading, ...new Set(others)];
  });
}

/** Every way to read the words, the usual one first; only the usual one where there are too many. */
function readingsOf(words: readonly (readonly [string, ...string[]])[]): readonly (readonly string[])[] {
  const count = words.reduce((product, readings) => product * readings.length, 1);
  if (count > READINGS_MAX) return [words.map(([usual]) => usual)];
  return words.reduce<readonly (readonly string[])[]>(
    (before, readings) => before.flatMap((start) => readings.map((reading) => [...start, reading])),
    [[]],
  );
}

/** "" for a single word, whose initial says nothing. */
function initialsOf(syllables: readonly string[]): string {
  return syllables.length < 2 ? "" : syllables.map((syllable) => [...syllable][0] ?? "").join("");
}

const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** Lower case without diacritics, trimmed, since some marks stand on a blank of their own; other scripts stay as they are. */
function fold(text: string): string {
  const bare = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  const lower = bare.toLowerCase().replace(/[ßøłđæœı]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
  return lower.trim();
}
