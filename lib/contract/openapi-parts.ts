import { ERROR_STATUS, type ErrorCode } from "#lib/errors.ts";
import { errorSchema, healthSchema, readySchema, refreshSchema } from "./answers.ts";
import { embedExchangeSchema, embedSessionSchema, embedSiteSchema } from "./embed.ts";
import { feedsSchema, madeFeedSchema, newFeedSchema } from "./feeds.ts";
import { coverageSchema, notesSchema } from "./findings.ts";
import { rosterChangeSchema, rosterSchema } from "./roster-schema.ts";

/** What the descriptions of the API's addresses are put together from. */

export const SCHEMAS = {
  Roster: rosterSchema,
  RosterChange: rosterChangeSchema,
  Coverage: coverageSchema,
  Notes: notesSchema,
  NewFeed: newFeedSchema,
  MadeFeed: madeFeedSchema,
  Feeds: feedsSchema,
  Refresh: refreshSchema,
  EmbedExchange: embedExchangeSchema,
  EmbedSession: embedSessionSchema,
  EmbedSite: embedSiteSchema,
  Health: healthSchema,
  Ready: readySchema,
  Error: errorSchema,
} as const;
type SchemaName = keyof typeof SCHEMAS;

/** A body that is one of our schemas. */
export const json = (name: SchemaName, ...others: readonly SchemaName[]) => {
  const [first, ...rest] = [name, ...others].map((one) => ({ $ref: `#/components/schemas/${one}` }));
  return { "application/json": { schema: rest.length === 0 ? first : { anyOf: [first, ...rest] } } };
};

const ERROR_WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid: "A value is unusable, or names what the roster does not hold.",
  unauthenticated: "The credential is refused.",
  forbidden: "The viewer may not do this, or the request comes from a foreign page.",
  not_found: "There is no such desk or subscription.",
  upstream_unavailable: "Feishu has not given a first roster yet.",
};

const ANY_OTHER = "Any other error: 405 for another method, 429 for too many refusals, 500 for a fault here.";

/** The answers that mean these errors, and what any address may answer. */
export const errors = (...codes: readonly ErrorCode[]) => ({
  ...Object.fromEntries(
    codes.map((code) => [
      ERROR_STATUS[code],
      { description: ERROR_WORDS[code] ?? code, content: json("Error") },
    ]),
  ),
  default: { description: ANY_OTHER, content: json("Error") },
});

/** A part of the path. */
export const pathPart = (name: string, schema: Readonly<Record<string, unknown>> = { type: "string" }) => ({
  name,
  in: "path",
  required: true,
  schema,
});

export const DESK_PARAMETER = {
  name: "desk",
  in: "query",
  description: "Key of the desk; the first one where it is left out.",
  schema: { type: "string", pattern: "^[\\w.-]{1,64}$" },
};

/** A parameter of the address. */
export const query = (name: string, description: string, schema: Readonly<Record<string, unknown>>) => ({
  name,
  in: "query",
  description,
  schema,
});

/** For addresses that ask for no credential. */
export const ANYONE: readonly [] = [];
