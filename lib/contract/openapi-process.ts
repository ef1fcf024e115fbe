import { ANYONE, errors, json } from "./openapi-parts.ts";

/** The addresses that tell of the process, for those who run it. */
export const PROCESS_PATHS = {
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
  "/api/openapi.json": {
    get: {
      summary: "This description.",
      security: ANYONE,
      responses: {
        200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
      },
    },
  },
} as const;
