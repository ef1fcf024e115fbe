import { ANYONE, DESK_PARAMETER, errors, json, pathPart, query } from "./openapi-parts.ts";

/** The addresses that give access: sign-in, calendar subscriptions and embed sessions. */

/** For a viewer's browser: no program has a use for them. */
export const AUTH_PATHS = {
  "/api/auth/{provider}/{step}": {
    get: {
      summary:
        "A browser's way through signing in: `start` leads to the provider, which leads back to `callback`.",
      security: ANYONE,
      parameters: [
        pathPart("provider", { enum: ["feishu", "oidc"] }),
        pathPart("step", { enum: ["start", "callback"] }),
        query("next", "`start`: the path of ours to come back to.", { type: "string" }),
      ],
      responses: {
        303: { description: "To the provider, to the page that was asked for, or back to `/sign-in`." },
        ...errors("not_found", "rate_limited"),
      },
    },
  },
  "/api/auth/sign-out": {
    post: {
      summary: "Ends the session of this browser.",
      responses: {
        204: { description: "It has ended." },
        ...errors("unauthenticated", "forbidden"),
      },
    },
  },
} as const;

const REVOKED = {
  204: { description: "Its address answers 404 from now on." },
  ...errors("invalid", "unauthenticated", "forbidden", "not_found"),
};

export const FEED_PATHS = {
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
      responses: REVOKED,
    },
  },
  "/api/feeds/{id}": {
    delete: {
      summary: "Revokes a calendar subscription, as above; for managers.",
      parameters: [pathPart("id")],
      responses: REVOKED,
    },
  },
  "/api/feeds/{secret}.ics": {
    get: {
      summary: "The calendar of a subscription.",
      security: ANYONE,
      parameters: [pathPart("secret")],
      responses: {
        200: { description: "RFC 5545.", content: { "text/calendar": { schema: { type: "string" } } } },
        ...errors("not_found", "upstream_unavailable"),
      },
    },
  },
} as const;

export const EMBED_PATHS = {
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
