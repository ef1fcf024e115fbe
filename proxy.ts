import { type NextRequest, NextResponse } from "next/server";
import { securityHeaders } from "#lib/auth/frame-policy.ts";
import { isDevelopment } from "#lib/config/environment.ts";
import { refusePage } from "#lib/server/page-refusal.ts";
import { getRuntime } from "#lib/server/runtime.ts";

/**
 * Sets the headers of every answer, hands the page its nonce and its query string, and gives who may not see a page
 * its status. It locks nothing: each page and route asks the guard itself (lib/server/guard.ts).
 */
export async function proxy({ method, nextUrl, headers: asked }: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { appUrl, embedOrigins } = (await getRuntime()).settings;
  const https = appUrl.startsWith("https:");
  const { pathname: path, search, basePath, origin } = nextUrl;
  const headers = securityHeaders({ nonce, https, development: isDevelopment, path, embedOrigins });
  const inbound = new Headers(asked);
  inbound.set("x-nonce", nonce);
  inbound.set("x-rota-path", path);
  inbound.set("x-rota-search", search);
  inbound.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const refusal = await refusePage({ method, path, search, basePath, origin, nonce, headers: asked });
  const response = refusal ?? NextResponse.next({ request: { headers: inbound } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
