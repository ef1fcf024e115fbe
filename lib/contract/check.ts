/**
 * Whether a value from our own server is what it should be, asked in the browser without a schema library: that would be
 * a tenth of what a first visit loads (ADR 17). The compiler holds each check to its type, and a test to its schema.
 */
export type Check<T> = (value: unknown) => value is T;

export const isText: Check<string> = (value) => typeof value === "string";
export const isFlag: Check<boolean> = (value) => typeof value === "boolean";
/** A whole number that is kept exactly. */
export const isWhole: Check<number> = (value): value is number => Number.isSafeInteger(value);

/** One of a closed set. */
export function isOneOf<const W extends string | number | null>(words: readonly W[]): Check<W> {
  const known: ReadonlySet<unknown> = new Set(words);
  return (value): value is W => known.has(value);
}

export function isNullOr<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

/** A field that may be left out. */
export function isMissingOr<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function isListOf<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(check);
}

/** An object whose every field, whatever its name, is a `T`. */
export function isRecordOf<T>(check: Check<T>): Check<Record<string, T>> {
  return (value): value is Record<string, T> => isObject(value) && Object.values(value).every(check);
}

/** An object with these fields; others are neither looked at nor taken away. */
export function isObjectOf<T extends object>(fields: FieldChecks<T>): Check<T> {
  const entries = Object.entries<Check<unknown>>(fields);
  return (value): value is T => isObject(value) && entries.every(([name, check]) => check(value[name]));
}

/** One check for each field of `T`, those that may be missing included. */
export type FieldChecks<T> = { readonly [K in keyof T]-?: Check<T[K]> };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
