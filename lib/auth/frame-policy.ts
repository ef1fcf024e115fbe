/** The headers that tell a browser what our pages may load, and who may frame them (product.md, section 8). */

export interface FramePolicy {
  /** Fresh for each request; inline scripts and styles without it do not run. */
  readonly nonce: string;
  /** React's own tools evaluate text while the product is being developed, and never otherwise. */
  readonly development: boolean;
  /** The public address is `https:`. */
  readonly https: boolean;
}

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

export function contentPolicy({ nonce, development }: Pick<FramePolicy, "nonce" | "development">): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The grid's geometry is in style attributes.
    "style-src-attr 'unsafe-inline'",
    // Avatars come from hosts that Feishu does not name.
    "img-src 'self' https: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function securityHeaders(policy: FramePolicy): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentPolicy(policy),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": CLOSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(policy.https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}
