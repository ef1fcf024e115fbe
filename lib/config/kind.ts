/**
 * How the text of one setting is read. A fault says what is wrong in words that follow the setting's
 * name, and never quotes the text: it may be a secret (product.md, section 3).
 */
export type Reading<T> = { readonly value: T } | { readonly faults: readonly string[] };

export interface Kind<T> {
  /** What the text looks like, for `.env.example` and the README; "" where the meaning says it all. */
  readonly form: string;
  /** Gets text that is not blank. Never throws. */
  read(text: string): Reading<T>;
}

export const good = <T>(value: T): Reading<T> => ({ value });
export const bad = (...faults: readonly string[]): Reading<never> => ({ faults });

/** A kind from a function that gives the value, or undefined where the text `fault`s. */
export function kind<T>(form: string, fault: string, parse: (text: string) => T | undefined): Kind<T> {
  return {
    form,
    read: (text) => {
      const value = parse(text);
      return value === undefined ? bad(fault) : good(value);
    },
  };
}

/** Comma-separated items, each judged by `item`; blanks around an item and empty items do not count. */
export function listOf<T>(item: Kind<T>, form: string): Kind<readonly T[]> {
  return {
    form,
    read: (text) => {
      const parts = text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "");
      const readings = parts.map((part) => item.read(part));
      const faults = readings.flatMap((reading, index) =>
        "faults" in reading ? reading.faults.map((fault) => `entry ${index + 1} ${fault}`) : [],
      );
      if (faults.length > 0) return bad(...faults);
      if (parts.length === 0) return bad("has no entry");
      return good(readings.flatMap((reading) => ("value" in reading ? [reading.value] : [])));
    },
  };
}
