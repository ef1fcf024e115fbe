import { z } from "zod/mini";
import { ERROR_STATUS, type ErrorCode } from "#lib/errors.ts";
import { errorSchema, healthSchema, readySchema, refreshSchema } from "./answers.ts";
import { embedExchangeSchema, embedSessionSchema, embedSiteSchema } from "./embed.ts";
import { feedsSchema, madeFeedSchema, newFeedSchema } from "./feeds.ts";
import { coverageSchema, notesSchema } from "./findings.ts";
import { CLOCK_HEADERS, rosterSchema } from "./roster.ts";

/** `GET /api/openapi.json`: the API in OpenAPI 3.1, made from the schemas that the product itself reads with. */

const SCHEMAS = {
  Roster: rosterSchema,
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

const json = (name: SchemaName) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
});

const ERROR_WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid: "A value is unusable, or names what the roster does not hold.",
  unauthenticated: "The credential is refused.",
  forbidden: "The viewer may not do this, or the request comes from a foreign page.",
  not_found: "There is no such desk or subscription.",
  upstream_unavailable: "Feishu has not given a first roster yet.",
};

const errors = (...codes: readonly ErrorCode[]) =>
  Object.fromEntries(
    codes.map((code) => [
      ERROR_STATUS[code],
      { description: ERROR_WORDS[code] ?? code, content: json("Error") },
    ]),
  );

const DESK_PARAMETER = {
  name: "desk",
  in: "query",
  description: "Key of the desk; the first one where it is left out.",
  schema: { type: "string", pattern: "^[\\w.-]{1,64}$" },
};

const query = (name: string, description: string, schema: Readonly<Record<string, unknown>>) => ({
  name,
  in: "query",
  description,
  schema,
});
const COVERAGE_PARAMETERS = [
  query("week", "Any day of the week; the present one where it is left out.", {
    type: "string",
    format: "date",
  }),
  query("skill", "Ids, comma-separated; all skills where it is left out.", { type: "string" }),
  query(
    "away",
    "What if: agent ids, `dept:NAME` or `all`, comma-separated, each with an optional `@DATE` or `@DATE..DATE`.",
    { type: "string" },
  ),
  query("start", "The week's first day; Monday where it is left out.", { enum: ["mon", "sun"] }),
  query("zone", "IANA zone whose days the week has; the desk's where it is left out.", { type: "string" }),
] as const;

const clockHeader = (description: string) => ({
  description,
  schema: { type: "string", format: "date-time" },
});
const ROSTER_HEADERS = {
  ETag: { description: "Changes only with the content.", schema: { type: "string" } },
  [CLOCK_HEADERS.fetchedAt]: clockHeader("When Feishu was last read with success."),
  [CLOCK_HEADERS.servedAt]: clockHeader("The server's clock."),
  [CLOCK_HEADERS.nextReadAt]: clockHeader("When Feishu is read next."),
};

const ANYONE: readonly [] = [];

const FEED_PATHS = {
  "/api/feeds": {
    post: {
      summary: "Makes a calendar subscription; for managers. Its address is told only now.",
      parameters: [DESK_PARAMETER],
      requestBody: { required: true, content: json("NewFeed") },
      responses: {
        201: { description: "Its id and its address.", content: json("MadeFeed") },
        ...errors(
          "invalid",
          "unauthenticated",
          "forbidden",
          "not_found",
          "too_large",
          "upstream_unavailable",
        ),
      },
    },
    get: {
      summary: "The calendar subscriptions, without their addresses; for managers.",
      responses: {
        200: { description: "In the order in which they were made.", content: json("Feeds") },
        ...errors("unauthenticated", "forbidden"),
      },
    },
    delete: {
      summary: "Revokes a calendar subscription; for managers.",
      parameters: [query("id", "Its id.", { type: "string" })],
      responses: {
        204: { description: "Its address answers 404 from now on." },
        ...errors("invalid", "unauthenticated", "forbidden", "not_found"),
      },
    },
  },
  "/api/feeds/{secret}.ics": {
    get: {
      summary: "The calendar of a subscription.",
      security: ANYONE,
      parameters: [{ name: "secret", in: "path", required: true, schema: { type: "string" } }],
      responses: {
        200: { description: "RFC 5545.", content: { "text/calendar": { schema: { type: "string" } } } },
        ...errors("not_found", "upstream_unavailable"),
      },
    },
  },
} as const;

const EMBED_PATHS = {
  "/api/embed/session": {
    post: {
      summary: "Exchanges a portal's token for an embed session; also sets it as a cookie.",
      security: ANYONE,
      requestBody: { required: true, content: json("EmbedExchange") },
      responses: {
        200: { description: "The session, and how long it lasts.", content: json("EmbedSession") },
        ...errors("invalid", "unauthenticated", "forbidden", "rate_limited"),
      },
    },
  },
  "/api/embed/site": {
    get: {
      summary:
        "What a frame needs to know before it can draw: desks and plans, and how long its session lasts.",
      responses: {
        200: { description: "What the viewer may see.", content: json("EmbedSite") },
        ...errors("unauthenticated", "not_found"),
      },
    },
  },
} as const;

const PATHS = {
  "/api/roster": {
    get: {
      summary: "All agents of one desk with their weeks.",
      parameters: [DESK_PARAMETER, { name: "If-None-Match", in: "header", schema: { type: "string" } }],
      responses: {
        200: { description: "The roster.", headers: ROSTER_HEADERS, content: json("Roster") },
        304: { description: "Unchanged; the clock is in the headers.", headers: ROSTER_HEADERS },
        ...errors("invalid", "unauthenticated", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/coverage": {
    get: {
      summary: "How well each skill is covered in a week: levels, gaps and single points.",
      parameters: [DESK_PARAMETER, ...COVERAGE_PARAMETERS],
      responses: {
        200: { description: "The figures that the coverage page shows.", content: json("Coverage") },
        ...errors("invalid", "unauthenticated", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/notes": {
    get: {
      summary: "What looks wrong in the schedules of a desk.",
      parameters: [
        DESK_PARAMETER,
        query("code", "Only these findings, comma-separated; all where it is left out.", { type: "string" }),
      ],
      responses: {
        200: { description: "The findings, gravest first.", content: json("Notes") },
        ...errors("invalid", "unauthenticated", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/feeds": FEED_PATHS["/api/feeds"],
  "/api/feeds/{secret}.ics": FEED_PATHS["/api/feeds/{secret}.ics"],
  "/api/refresh": {
    post: {
      summary: "Asks for a round now; at most one a round.",
      parameters: [DESK_PARAMETER],
      responses: {
        202: { description: "Whether a round was started.", content: json("Refresh") },
        ...errors("invalid", "unauthenticated", "forbidden", "not_found"),
      },
    },
  },
  ...EMBED_PATHS,
  "/api/health": {
    get: {
      summary: "Whether the process answers.",
      security: ANYONE,
      responses: { 200: { description: "It does.", content: json("Health") } },
    },
  },
  "/api/ready": {
    get: {
      summary: "Whether viewers can be sent here.",
      security: ANYONE,
      responses: {
        200: { description: "They can.", content: json("Ready") },
        ...errors("upstream_unavailable"),
      },
    },
  },
  "/api/metrics": {
    get: {
      summary: "What the product counts, for Prometheus. For admins, and for API keys of any role.",
      responses: {
        200: {
          description: "Prometheus's text form.",
          content: { "text/plain": { schema: { type: "string" } } },
        },
        ...errors("unauthenticated", "forbidden"),
      },
    },
  },
} as const;

/** The whole document. The server's address is relative: links inside the product always are. */
export function describeApi(version: string, basePath: string): Readonly<Record<string, unknown>> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Helpdesk Rota",
      version,
      description: "The week of every agent of your Feishu helpdesks.",
    },
    servers: [{ url: basePath === "" ? "/" : basePath }],
    security: [{}, { apiKey: [] }],
    paths: PATHS,
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "One of API_KEYS." } },
      schemas: Object.fromEntries(
        Object.entries(SCHEMAS).map(([name, schema]) => [name, toJsonSchema(schema)]),
      ),
    },
  };
}

/** OpenAPI 3.1 speaks this draft by itself, so each schema need not name it. */
function toJsonSchema(schema: z.ZodMiniType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}
