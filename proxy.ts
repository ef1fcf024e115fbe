import { type NextRequest, NextResponse } from "next/server";
import { securityHeaders } from "#lib/auth/frame-policy.ts";
import { isDevelopment, processSettings } from "#lib/config/environment.ts";

/**
 * Sets the headers of every answer, and hands the page its nonce and its query string. It locks nothing:
 * each page and route asks the guard itself (lib/server/guard.ts).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { appUrl, embedOrigins } = processSettings();
  const https = appUrl.startsWith("https:");
  const path = request.nextUrl.pathname;
  const headers = securityHeaders({ nonce, https, development: isDevelopment, path, embedOrigins });
  const inbound = new Headers(request.headers);
  inbound.set("x-nonce", nonce);
  inbound.set("x-rota-path", path);
  inbound.set("x-rota-search", request.nextUrl.search);
  inbound.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const onward = { request: { headers: inbound } };
  const target = readableTarget(request.nextUrl);
  const response = target === null ? NextResponse.next(onward) : NextResponse.rewrite(target, onward);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** A path with broken percent codes names nothing: it is answered like any address that does not exist. Null: readable. */
function readableTarget(url: NextRequest["nextUrl"]): URL | null {
  try {
    decodeURIComponent(url.pathname);
    return null;
  } catch {
    const target = url.clone();
    target.pathname = url.pathname.startsWith("/api/") ? "/api/unreadable" : "/unreadable";
    return target;
  }
}
