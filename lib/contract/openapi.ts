import * as z from "zod/mini";
import { AUTH_PATHS, EMBED_PATHS, FEED_PATHS } from "./openapi-access.ts";
import { SCHEMAS } from "./openapi-parts.ts";
import { PROCESS_PATHS } from "./openapi-process.ts";
import { ROSTER_PATHS } from "./openapi-rosters.ts";

/** `GET /api/openapi.json`: the API in OpenAPI 3.1, made from the schemas that the product itself reads with. */

const PATHS = {
  ...ROSTER_PATHS,
  ...FEED_PATHS,
  ...EMBED_PATHS,
  ...AUTH_PATHS,
  ...PROCESS_PATHS,
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
