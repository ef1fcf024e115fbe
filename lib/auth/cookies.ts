/** Where the product's own cookies are valid: https or this machine alone, the whole host or below a base path. */
export interface CookiePlace {
  /** The public address is `https:`; otherwise it is of this machine (product.md, section 3). */
  readonly https: boolean;
  /** "" or `/path`. */
  readonly basePath: string;
}

/**
 * The strictest name that a browser keeps here. `__Host-` refuses a cookie that a sister host has planted; below a
 * base path it cannot be had, since it wants the whole host.
 */
export function cookieName(name: string, { https, basePath }: CookiePlace): string {
  if (!https) return name;
  return basePath === "" ? `__Host-${name}` : `__Secure-${name}`;
}

/** `Set-Cookie` for a value that only the server reads and foreign pages do not send; 0 seconds: forget it. */
export function writeCookie(name: string, value: string, seconds: number, place: CookiePlace): string {
  const path = place.basePath === "" ? "/" : place.basePath;
  const secure = place.https ? "; Secure" : "";
  return `${cookieName(name, place)}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Null where it is absent, and where it comes twice: then one of the two is somebody else's. */
export function readCookie(headers: Pick<Headers, "get">, name: string, place: CookiePlace): string | null {
  const wanted = cookieName(name, place);
  const values = readCookies(headers).flatMap(([key, value]) => (key === wanted ? [value] : []));
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Full names with values, in the order of the header. */
export function readCookies(headers: Pick<Headers, "get">): readonly (readonly [string, string])[] {
  return (headers.get("cookie") ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
  });
}
