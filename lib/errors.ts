/**
 * Every way in which the product says no, as a closed set. The codes are the
 * contract's (product.md, section 5); one adapter, lib/server/route.ts, turns them into HTTP.
 */
export const ERROR_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  rate_limited: 429,
  upstream_unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** An error whose message may be shown to the caller: it holds no secret and echoes no input as markup. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get httpStatus(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Too much in too short a time. */
export class RateLimitedError extends AppError {
  /** Whole seconds after which it may be tried again. */
  readonly retryAfterS: number;

  constructor(retryAfterS: number) {
    super("rate_limited", "Too many requests. Try again later.");
    this.retryAfterS = retryAfterS;
  }
}
