/**
 * One address parameter as one object: how it is read, written, and what it is when absent.
 * Pages, API routes, links and exports all use the same object, so they cannot disagree.
 */
export interface Param<T> {
  readonly fallback: T;
  /** Undefined where the text is unusable: a page falls back with a notice, an API route answers 400. */
  parse(text: string): T | undefined;
  /** Null where the value is the fallback and the address need not say it. */
  serialise(value: T): string | null;
}

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function param<T>(
  fallback: T,
  parse: (text: string) => T | undefined,
  write: (value: T) => string,
): Param<T> {
  return {
    fallback,
    parse,
    serialise: (value) => (sameJson(value, fallback) ? null : write(value)),
  };
}

/** One of a closed set of words. */
export function choice<const W extends string, const F extends W | null>(
  words: readonly W[],
  fallback: F,
): Param<W | F> {
  return param<W | F>(
    fallback,
    (text) => words.find((word) => word === text),
    (value) => value ?? "",
  );
}

/** Free text, trimmed; longer than `max` characters is unusable. */
export function text(max: number): Param<string> {
  return param(
    "",
    (given) => (given.length <= max ? given.trim() : undefined),
    (value) => value,
  );
}

/** `1` or absent. `0` is read as off. */
export function flag(): Param<boolean> {
  return param<boolean>(
    false,
    (given) => (given === "1" ? true : given === "0" ? false : undefined),
    (value) => (value ? "1" : "0"),
  );
}

/** A value that a function of the domain recognises, such as a date or a zone. */
export function recognised<T extends string>(read: (text: string) => T | undefined): Param<T | null> {
  return param<T | null>(null, read, (value) => value ?? "");
}

/**
 * A comma-separated list without repeats; a comma inside a value is written `\,`.
 * One unusable item makes the whole list unusable: half a filter would show the wrong people.
 */
export function list<T extends string>(read: (item: string) => T | undefined): Param<readonly T[]> {
  return listOf(read, (item) => item);
}

/** The same for items that are more than a word; two that are written alike count as one. */
export function listOf<T>(
  read: (item: string) => T | undefined,
  write: (item: T) => string,
): Param<readonly T[]> {
  return param<readonly T[]>(
    [],
    (given) => {
      const items = splitList(given);
      const usable = items.map(read).filter((item) => item !== undefined);
      if (usable.length < items.length) return undefined;
      return [...new Map(usable.map((item) => [write(item), item])).values()];
    },
    (value) => joinList(value.map(write)),
  );
}

/** `a\,b,c` → `["a,b", "c"]`; blank items are dropped. A backslash before anything else stands for itself. */
export function splitList(given: string): readonly string[] {
  const items: string[] = [];
  let item = "";
  for (let i = 0; i < given.length; i++) {
    const char = given.charAt(i);
    if (char === "\\" && (given[i + 1] === "," || given[i + 1] === "\\")) item += given[++i];
    else if (char === ",") {
      items.push(item);
      item = "";
    } else item += char;
  }
  items.push(item);
  return items.map((one) => one.trim()).filter((one) => one !== "");
}

/** The inverse of `splitList`. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/\\(?=[,\\]|$)|,/g, "\\$&")).join(",");
}
