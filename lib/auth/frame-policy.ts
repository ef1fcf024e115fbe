/** The headers that tell a browser what our pages may load, and who may frame them (product.md, section 8). */

export interface FramePolicy {
  /** Fresh for each request; inline scripts and styles without it do not run. */
  readonly nonce: string;
  /** React's own tools evaluate text while the product is being developed, and never otherwise. */
  readonly development: boolean;
  /** The public address is `https:`. */
  readonly https: boolean;
  /** Without the base path. */
  readonly path: string;
  /** EMBED_ORIGINS: who may frame `/embed`, the one page that may be framed. */
  readonly embedOrigins: readonly string[];
}

/** The one page that a portal may frame. */
export const EMBED_PATH = "/embed";
/** What foreign pages run, and browsers may keep for an hour: the portal's small loader, and its check. */
const FOREIGN_SCRIPTS = ["/embed.js", "/embed-check.js"];

const CLOSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

export function contentPolicy(policy: Omit<FramePolicy, "https">): string {
  const { nonce, development } = policy;
  const framedBy = framersOf(policy);
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The grid's geometry is in style attributes.
    "style-src-attr 'unsafe-inline'",
    // Avatars come from hosts that Feishu does not name.
    "img-src 'self' https:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(" ")}`,
  ].join("; ");
}

/** Origins that may frame the page; empty: nobody. */
function framersOf({ path, embedOrigins }: Pick<FramePolicy, "path" | "embedOrigins">): readonly string[] {
  return path === EMBED_PATH ? embedOrigins : [];
}

export function securityHeaders(policy: FramePolicy): Readonly<Record<string, string>> {
  const isFramed = framersOf(policy).length > 0;
  const isScript = FOREIGN_SCRIPTS.includes(policy.path);
  return {
    "Content-Security-Policy": contentPolicy(policy),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": CLOSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": isFramed || isScript ? "cross-origin" : "same-origin",
    // It knows no list of origins, so it would keep the listed ones out too.
    ...(isFramed ? {} : { "X-Frame-Options": "DENY" }),
    ...(isScript ? { "Cache-Control": "public, max-age=3600" } : {}),
    ...(policy.https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}
