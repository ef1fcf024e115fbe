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
const CHARACTERS_MAX = 10_000;
const characterReadings = new Map<string, readonly string[]>();

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
  const forms = new Set<string>();
  for (const { joined, initials } of readWords(words)) {
    forms.add(joined);
    // The initial of a single word says nothing.
    if (words.length > 1) forms.add(initials);
  }
  forms.delete("");
  return { sortKey: words.map(([usual]) => usual).join(" "), searchKeys: [...forms].join(" ") };
}

/** Most Chinese names: nothing but characters of everyday use. */
const PLAIN_HAN = /^[\u4E00-\u9FFF]+$/;

/** Each word of the name with its possible readings, the usual one first. A Chinese character is a word. */
function wordsOf(name: string): readonly (readonly [string, ...string[]])[] {
  if (PLAIN_HAN.test(name)) return readHan(name);
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
  const characters = [...run];
  return usual.map((reading, index) => {
    const others = readCharacter(characters[index] ?? "");
    if (others.length === 1 && others[0] === reading && !reading.includes("v")) return [reading];
    const all = [...others, reading.replaceAll("v", "u")].filter((other) => other !== reading);
    return [reading, ...new Set(all)];
  });
}

/** All readings of one character, whatever stands beside it; a few hundred make up most names. */
function readCharacter(character: string): readonly string[] {
  const known = characterReadings.get(character);
  if (known !== undefined) return known;
  if (characterReadings.size >= CHARACTERS_MAX) characterReadings.clear();
  const readings = polyphonic(character, { toneType: "none", type: "array", v: true })[0] ?? [];
  characterReadings.set(character, readings);
  return readings;
}

interface Reading {
  readonly joined: string;
  readonly initials: string;
}

/** Every way to read the words, the usual one first; only the usual one where there are too many. */
function readWords(words: readonly (readonly [string, ...string[]])[]): readonly Reading[] {
  const count = words.reduce((product, readings) => product * readings.length, 1);
  let read: readonly Reading[] = [{ joined: "", initials: "" }];
  for (const readings of words) {
    const next: Reading[] = [];
    for (const { joined, initials } of read) {
      for (const syllable of count > READINGS_MAX ? [readings[0]] : readings) {
        next.push({ joined: joined + syllable, initials: initials + initialOf(syllable) });
      }
    }
    read = next;
  }
  return read;
}

/** Its first character, which may be two code units. */
const initialOf = (syllable: string) => String.fromCodePoint(syllable.codePointAt(0) ?? 0);

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
