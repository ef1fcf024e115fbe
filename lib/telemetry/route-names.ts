/**
 * What is asked, by a closed set of names, for metrics and logs: a path itself may hold an agent's id or the secret
 * of a calendar subscription, and anybody can invent paths. `:x` stands for one part, `*` for the rest.
 */
export const ROUTES = [
  "/",
  "/coverage",
  "/now",
  "/agents/:id",
  "/wall",
  "/embed",
  "/embed.js",
  "/icon.svg",
  "/status",
  "/sign-in",
  "/api/roster",
  "/api/refresh",
  "/api/notes",
  "/api/coverage",
  "/api/export/:format",
  "/api/feeds",
  "/api/feeds/:name",
  "/api/embed/session",
  "/api/embed/site",
  "/api/auth/*",
  "/api/openapi.json",
  "/api/health",
  "/api/ready",
  "/api/metrics",
  "/api/*",
  "/_next/*",
] as const;
export type RouteName = (typeof ROUTES)[number] | "other";

const PATTERNS = ROUTES.map((name) => ({ name, parts: name.split("/") }));

/** The name of a path as it stands in a request line; a query is ignored, and so is the base path. */
export function routeNameOf(path: string, basePath = ""): RouteName {
  const bare = path.split("?", 1)[0] ?? "";
  const own =
    basePath !== "" && `${bare}/`.startsWith(`${basePath}/`) ? bare.slice(basePath.length) || "/" : bare;
  const parts = own.replace(/(?<=.)\/$/, "").split("/");
  return PATTERNS.find((pattern) => fits(pattern.parts, parts))?.name ?? "other";
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === "*";
  // The rest may be nothing: `/api` is answered as what lies below it is.
  if (isOpen ? parts.length < pattern.length - 1 : parts.length !== pattern.length) return false;
  return pattern.every((part, i) => part === parts[i] || part.startsWith(":") || part === "*");
}
