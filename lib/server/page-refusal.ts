import "server-only";
import { randomUUID } from "node:crypto";
import { EMBED_PATH } from "#lib/auth/frame-policy.ts";
import { signInPath } from "#lib/auth/return-path.ts";
import { AppError } from "#lib/errors.ts";
import { findViewer } from "./guard.ts";
import { writePlainPage } from "./plain-page.ts";
import { replyError } from "./reply.ts";
import { getRuntime } from "./runtime.ts";

/** What is known of a request before a page sees it. */
export interface PageCall {
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
  if (!isReadable(path)) return answerNothing(call);
  if (!isPage(path)) return null;
  const [viewer, { signIn }] = await Promise.all([findViewer(headers), getRuntime()]);
  if (viewer !== null) return path === "/status" && !viewer.maySeeStatus ? answerPlainly(call, 404) : null;
  return signIn === null ? answerPlainly(call, 401) : leadTo(call, signInPath(path + search));
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

/** Not the API, which answers for itself; not the two pages that are open to all, nor the files that pages are made of. */
function isPage(path: string): boolean {
  const isFile = /^\/_next\/|^\/[\w.-]+\.(svg|ico|png|js|html|json|txt)$/.test(path);
  return !isFile && !isOfApi(path) && path !== "/sign-in" && path !== EMBED_PATH;
}

const isOfApi = (path: string) => /^\/api(\/|$)/.test(path);

function answerNothing(call: PageCall): Response {
  if (!isOfApi(call.path)) return answerPlainly(call, 404);
  const requestId = randomUUID();
  const error = new AppError("not_found", "There is nothing here.");
  return replyError(error, requestId, { "X-Request-Id": requestId });
}

function answerPlainly({ headers, nonce, basePath }: PageCall, status: 401 | 404): Response {
  return writePlainPage({ status, nonce, basePath, languages: headers.get("accept-language") });
}

function leadTo({ basePath, origin }: PageCall, path: string): Response {
  const headers = { Location: new URL(basePath + path, origin).href, "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers });
}
