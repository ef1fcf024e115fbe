/**
 * Whether a request that changes something comes from our own pages. Browsers name the page's origin;
 * `null` stands for a page that hides it. Programs send none, and hold no viewer's cookie.
 */
export function isOwnOrigin(origin: string | null, appUrl: string): boolean {
  return origin === null || ownOrigins(appUrl).includes(origin);
}

/** The public address; on this machine also its other names, since people type either. */
function ownOrigins(appUrl: string): readonly string[] {
  const own = new URL(appUrl);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(own.hostname)) return [own.origin];
  const port = own.port === "" ? "" : `:${own.port}`;
  return ["127.0.0.1", "localhost", "[::1]"].map((host) => `${own.protocol}//${host}${port}`);
}
