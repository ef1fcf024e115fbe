import * as z from "zod/mini";

/** What all settings in JSON share: fields that say in our words what is wrong with them, and paths to them. */

/** The check of one field: what is wrong with it in words, null: nothing. */
export type FieldCheck = (text: string) => string | null;

/** What zod says where a field is absent or of the wrong kind. */
export const saying = (fault: string) => ({
  error: (issue: { readonly input?: unknown }) => (issue.input === undefined ? "is missing" : fault),
});

export function field(check: FieldCheck) {
  return z.string(saying("must be text")).check((context) => {
    const fault = check(context.value);
    if (fault !== null) context.issues.push({ code: "custom", input: context.value, message: fault });
  });
}

export const shortName: FieldCheck = (text) =>
  text.trim() !== "" && text.length <= 200 && !/\p{Cc}/u.test(text)
    ? null
    : "must be text of 1 to 200 characters";

/** `minimum[2].from`; a key that is no plain word stands in brackets, so that nobody's key can break a line. */
export function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      if (typeof part === "number") return `[${part}]`;
      const key = String(part);
      return /^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    })
    .join("");
}

/** JSON.parse quotes what it could not read, so its message is dropped. No JSON value is undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
