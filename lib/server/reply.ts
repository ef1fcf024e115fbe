import type { ErrorJson } from "#lib/contract/answers.ts";
import type { AppError } from "#lib/errors.ts";

/** Nothing of ours may be kept on the way, unless a route says otherwise. */
const NO_STORE = { "Cache-Control": "no-store" } as const;

export function replyJson(
  value: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(value, { status, headers: { ...NO_STORE, ...headers } });
}

/** The envelope of every error (product.md, section 5). */
export function replyError(
  error: AppError,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body: ErrorJson = { error: { code: error.code, message: error.message, requestId } };
  return replyJson(body, error.httpStatus, headers);
}
