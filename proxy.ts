import { type NextRequest, NextResponse } from "next/server";
import { securityHeaders } from "#lib/auth/frame-policy.ts";
import { isDevelopment, processSettings } from "#lib/config/environment.ts";

/**
 * Sets the headers of every answer, and hands the page its nonce and its query string. It locks nothing:
 * each page and route asks the guard itself (lib/server/guard.ts).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const https = processSettings().appUrl.startsWith("https:");
  const headers = securityHeaders({ nonce, https, development: isDevelopment });
  const inbound = new Headers(request.headers);
  inbound.set("x-nonce", nonce);
  inbound.set("x-rota-search", request.nextUrl.search);
  inbound.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers: inbound } })
    : new NextResponse(null, { status: 404 });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** A path with broken percent codes names no page. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
