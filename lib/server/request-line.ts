/** What the first line of a request asks for, once it is read as RFC 9112, section 3, has it. */
export type RequestLine =
  | { readonly kind: "pass"; readonly target: string }
  /** The same address as we write it. */
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "refuse"; readonly status: 400 | 404 | 405 };

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Next answers some of these lines badly: TRACE and `*` with errors of its own, a full address with a redirect to
 * whatever host it names, slashes too many and what lies outside `basePath` ("" or `/path`) without our headers.
 */
export function readRequestLine(method: string, target: string, basePath = ""): RequestLine {
  if (!METHODS.has(method)) return { kind: "refuse", status: 405 };
  // A full address names us as its sender knows us, which is no more to be believed than `Host`.
  const own = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "");
  const rooted = own === "" || own.startsWith("?") ? `/${own}` : own;
  if (!rooted.startsWith("/") && !rooted.startsWith("\\")) return { kind: "refuse", status: 400 };
  const { path, query } = /^(?<path>[^?#]*)(?<query>.*)$/s.exec(rooted)?.groups ?? {};
  if (path === undefined || query === undefined) return { kind: "refuse", status: 400 };
  const plain = path.replace(/[\\/]+/g, "/").replace(/(?<=.)\/$/, "");
  // What else the host holds is the portal's.
  if (!`${plain}/`.startsWith(`${basePath}/`)) return { kind: "refuse", status: 404 };
  return plain === path ? { kind: "pass", target: rooted } : { kind: "redirect", location: plain + query };
}
