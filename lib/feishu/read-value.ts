import { toPlainDigits } from "#lib/schedule/clock-time.ts";

/** First steps with a value of which nothing is known. None of these throws. */

/** A JSON object, not a list; its fields are as unknown as itself. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list; anything else counts as none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A number, or text of nothing but digits (product.md, section 2: `"1"` for 1); undefined for all else. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const digits = toPlainDigits(value);
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** An id is opaque: text that is not blank, kept to the letter, or a finite number as its decimal text. */
export function readId(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}
