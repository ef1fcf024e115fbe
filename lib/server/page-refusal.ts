import "server-only";
import { randomUUID } from "node:crypto";
import { clientAddress } from "#lib/auth/client-address.ts";
import { EMBED_PATH } from "#lib/auth/frame-policy.ts";
import { signInPath } from "#lib/auth/return-path.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { AppError } from "#lib/errors.ts";
import { routeNameOf } from "#lib/telemetry/route-names.ts";
import { findViewer } from "./guard.ts";
import { writePlainPage } from "./plain-page.ts";
import { replyError } from "./reply.ts";
import { getRuntime, type Runtime } from "./runtime.ts";

/** What is known of a request before a page sees it. */
export interface PageCall {
  readonly method: string;
  /** Without the base path. */
  readonly path: string;
  /** With its question mark, or "". */
  readonly search: string;
  /** "" or `/path`. */
  readonly basePath: string;
  /** What relative addresses are taken from; the answer names it nowhere. */
  readonly origin: string;
  readonly headers: Pick<Headers, "get">;
  readonly nonce: string;
}

/**
 * The status that a page answers with to who may not see it (product.md, section 7): a page that has begun to stream
 * can no longer choose one, and a part that the router fetches never could. It locks nothing: what it lets pass (null),
 * the page's own guard judges again (page-request.ts). The security headers are still to be added.
 */
export async function refusePage(call: PageCall): Promise<Response | null> {
  const { path, search, headers } = call;
  if (!isReadable(path) || isOfNext(path)) return answerNothing(call);
  if (isFile(path) || isOfApi(path)) return null;
  const isRead = call.method === "GET" || call.method === "HEAD";
  if (OPEN_PAGES.has(path)) return isRead ? null : answerPlainly(call, 405);
  const [viewer, runtime] = await Promise.all([findViewer(headers), getRuntime()]);
  if (viewer === null) {
    // What is no page needs no viewer to be missing.
    if (routeNameOf(path) === "other") return answerPlainly(call, 404);
    if (runtime.signIn !== null) return leadTo(call, signInPath(path + search));
    await writeDown(call, runtime, null, "unauthenticated");
    return answerPlainly(call, 401);
  }
  if (path === "/status" && !viewer.maySeeStatus) {
    await writeDown(call, runtime, viewer, "forbidden");
    return answerPlainly(call, 404);
  }
  return isRead ? null : answerPlainly(call, 405);
}

function writeDown(call: PageCall, { audit, settings }: Runtime, viewer: Viewer | null, code: string) {
  const { method, path, headers } = call;
  const from = clientAddress(headers, settings.trustProxyHops);
  const details = { method, route: routeNameOf(path), code };
  return audit.write({ event: "access", result: "refused", viewer, from, details });
}

/** A path with broken percent codes names nothing: it is answered like any address that does not exist. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Open to all, and without data. */
const OPEN_PAGES: ReadonlySet<string> = new Set(["/sign-in", EMBED_PATH]);

/** Pages that Next makes beforehand and that no viewer has an address of: they could carry no nonce. */
const isOfNext = (path: string) => /^\/_(?!next\/)/.test(path);

/** What pages are made of. */
const isFile = (path: string) => /^\/_next\/|^\/[\w.-]+\.(svg|ico|png|js|html|json|txt)$/.test(path);

/** It answers for itself. */
const isOfApi = (path: string) => /^\/api(\/|$)/.test(path);

function answerNothing(call: PageCall): Response {
  if (!isOfApi(call.path)) return answerPlainly(call, 404);
  const requestId = randomUUID();
  const error = new AppError("not_found", "There is nothing here.");
  return replyError(error, requestId, { "X-Request-Id": requestId });
}

function answerPlainly({ headers, nonce, basePath }: PageCall, status: 401 | 404 | 405): Response {
  return writePlainPage({ status, nonce, basePath, languages: headers.get("accept-language") });
}

function leadTo({ basePath, origin }: PageCall, path: string): Response {
  const headers = { Location: new URL(basePath + path, origin).href, "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers });
}
