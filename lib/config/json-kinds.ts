import * as z from "zod/mini";
import { isZone } from "#lib/schedule/zone.ts";
import { type FieldCheck, field, parseJson, saying, shortName, writePath } from "./json-field.ts";
import { bad, good, type Kind } from "./kind.ts";
import { credentialFault, shortFault, zoneFault } from "./text-kinds.ts";

/** Settings that are JSON lists; each fault names the field by its path, such as `[1].timeZone`. */

/** Shortest secret that signs or proves something across companies' borders, in bytes. */
export const SIGNING_SECRET_BYTES = 32;
/** Shortest key that a machine shows us, in bytes. */
export const API_KEY_BYTES = 16;

const filledCredential: FieldCheck = (text) => (text === "" ? "is empty" : credentialFault(text));
const secretOf =
  (bytes: number): FieldCheck =>
  (text) =>
    credentialFault(text) ?? shortFault(text, bytes);

const deskEntry = z.strictObject(
  {
    key: field((text) => (/^[\w.-]{1,64}$/.test(text) ? null : "must be 1 to 64 letters, digits, _ . or -")),
    name: field(shortName),
    id: field(filledCredential),
    token: field(filledCredential),
    timeZone: z.optional(field((text) => (isZone(text) ? null : zoneFault(text)))),
  },
  "must be an object",
);

const apiKeyEntry = z.strictObject(
  {
    name: field(shortName),
    role: z.enum(["viewer", "manager", "admin"], saying("must be viewer, manager or admin")),
    key: field(secretOf(API_KEY_BYTES)),
  },
  "must be an object",
);

const embedKeyEntry = z.strictObject(
  {
    kid: field(shortName),
    alg: z.literal("HS256", saying("must be HS256")),
    key: field(secretOf(SIGNING_SECRET_BYTES)),
  },
  "must be an object",
);

export type HelpdeskEntry = z.infer<typeof deskEntry>;
export type ApiKeyEntry = z.infer<typeof apiKeyEntry>;
export type EmbedKeyEntry = z.infer<typeof embedKeyEntry>;

export const helpdesks = jsonList(deskEntry, '[{"key","name","id","token","timeZone"?}]', ["key", "id"]);
export const apiKeys = jsonList(apiKeyEntry, '[{"name","role","key"}]', ["name", "key"]);
export const embedKeys = jsonList(embedKeyEntry, '[{"kid","alg":"HS256","key"}]', ["kid"]);

/** A JSON list of at least one entry; no two entries may agree in a field of `unique`. */
function jsonList<T extends Readonly<Record<string, unknown>>>(
  entry: z.ZodMiniType<T>,
  form: string,
  unique: readonly (keyof T & string)[],
): Kind<readonly T[]> {
  const list = z.array(entry, "must be a list");
  return {
    form: `JSON ${form}`,
    read: (text) => {
      const json = parseJson(text);
      if (json === undefined) return bad("is not valid JSON");
      const parsed = list.safeParse(json);
      if (!parsed.success) return bad(...parsed.error.issues.map(describeIssue));
      if (parsed.data.length === 0) return bad("has no entry");
      const repeats = unique.flatMap((key) => repeatsOf(parsed.data, key));
      return repeats.length > 0 ? bad(...repeats) : good(parsed.data);
    },
  };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const fault = issue.code === "unrecognized_keys" ? "has a field that is not known" : issue.message;
  return `${writePath(issue.path)} ${fault}`.trim();
}

function repeatsOf<T>(entries: readonly T[], key: keyof T & string): readonly string[] {
  return entries.flatMap((entry, index) => {
    const first = entries.findIndex((other) => other[key] === entry[key]);
    return first < index ? [`[${index}].${key} is the same as [${first}].${key}`] : [];
  });
}
