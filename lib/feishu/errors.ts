import { ReadFailure } from "#lib/roster/ports.ts";
import { CODE } from "./wire.ts";

/** The feed's words for why a round failed; they end up in `problem.code`. */
type ProblemCode = ReadFailure["problem"];

/** What can go wrong with a call, as far as retrying and reporting must tell it apart. */
export const FEISHU_ERROR_KINDS = [
  /** The tenant token was refused. */
  "auth",
  /** The app or its helpdesk may not do this: a right is missing. */
  "scope",
  /** Too many calls just now. */
  "rate",
  /** The month's calls are used up. */
  "quota",
  /** A setting is wrong: app id, secret, helpdesk credential, allowed addresses. */
  "config",
  /** Feishu answered that it failed, or with a code that we do not know. */
  "upstream",
  /** No connection, or it broke. */
  "network",
  /** The deadline of the call passed. */
  "timeout",
  /** An answer that is not what the protocol says. */
  "shape",
  /** The inflated body is over the cap. */
  "too_large",
  /** A redirect, which is never followed: the secrets would travel along. */
  "redirect",
] as const;
export type FeishuErrorKind = (typeof FEISHU_ERROR_KINDS)[number];

export interface FeishuErrorDetails {
  /** Feishu's `code`; null where there was no readable body. */
  readonly code?: number | null;
  readonly httpStatus?: number | null;
  readonly logId?: string | null;
  /** How long Feishu asked us to wait, in ms. */
  readonly waitMs?: number | null;
}

/**
 * A failed call. Its message is made of our own words and Feishu's code alone: no header, no body text, no
 * `cause` that could carry either, so that it may be logged and shown as it is.
 */
export class FeishuError extends Error {
  override readonly name = "FeishuError";
  readonly kind: FeishuErrorKind;
  readonly code: number | null;
  readonly httpStatus: number | null;
  readonly logId: string | null;
  readonly waitMs: number | null;

  constructor(kind: FeishuErrorKind, message: string, details: FeishuErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.code = details.code ?? null;
    this.httpStatus = details.httpStatus ?? null;
    this.logId = details.logId ?? null;
    this.waitMs = details.waitMs ?? null;
  }
}

interface Meaning {
  readonly kind: FeishuErrorKind;
  readonly problem: ProblemCode;
}

const REFUSED_APP: Meaning = { kind: "config", problem: "credentials_refused" };
const REFUSED_TOKEN: Meaning = { kind: "auth", problem: "credentials_refused" };
const NO_RIGHT: Meaning = { kind: "scope", problem: "permission_refused" };

/** Feishu's codes (the tables of its generic errors and of the helpdesk interface) by what they mean to us. */
const MEANING_OF_CODE: ReadonlyMap<number, Meaning> = new Map([
  [CODE.appIdUnknown, REFUSED_APP],
  [CODE.appSecretWrong, REFUSED_APP],
  [CODE.appCredentialWrong, REFUSED_APP],
  [CODE.appIdInvalid, REFUSED_APP],
  [CODE.appDisabled, REFUSED_APP],
  [CODE.helpdeskCredentialWrong, REFUSED_APP],
  [CODE.tokenMissing, REFUSED_TOKEN],
  [CODE.tenantTokenInvalid, REFUSED_TOKEN],
  [CODE.appTokenInvalid, REFUSED_TOKEN],
  [CODE.tenantCodeInvalid, REFUSED_TOKEN],
  [CODE.viewerTokenInvalid, REFUSED_TOKEN],
  [CODE.viewerTokenExpired, REFUSED_TOKEN],
  [CODE.tokenPrefixWrong, REFUSED_TOKEN],
  [CODE.noAccess, NO_RIGHT],
  [CODE.scopeMissing, NO_RIGHT],
  [CODE.consentMissing, NO_RIGHT],
  [CODE.appNotInstalled, NO_RIGHT],
  [CODE.addressNotAllowed, { kind: "config", problem: "permission_refused" }],
  [CODE.rateLimited, { kind: "rate", problem: "rate_limited" }],
  [CODE.quotaUsedUp, { kind: "quota", problem: "quota_used_up" }],
  // Asking the same again cannot help: the helpdesk id is wrong, or we are.
  [CODE.badRequest, { kind: "config", problem: "upstream_error" }],
  [CODE.notFound, { kind: "config", problem: "upstream_error" }],
  [CODE.internal, { kind: "upstream", problem: "upstream_error" }],
]);

/** What an administrator can do about a refusal. A token that is refused is ours to renew, and says nothing of a setting. */
const REMEDY_OF_CODE: ReadonlyMap<number, ReadFailure["remedy"]> = new Map([
  [CODE.appIdUnknown, "app_id"],
  [CODE.appIdInvalid, "app_id"],
  [CODE.appSecretWrong, "app_secret"],
  [CODE.appCredentialWrong, "app_secret"],
  [CODE.helpdeskCredentialWrong, "helpdesk"],
  [CODE.badRequest, "helpdesk"],
  [CODE.notFound, "helpdesk"],
  [CODE.noAccess, "scope"],
  [CODE.scopeMissing, "scope"],
  [CODE.consentMissing, "scope"],
  [CODE.addressNotAllowed, "addresses"],
  [CODE.appDisabled, "app_state"],
  [CODE.appNotInstalled, "app_state"],
]);

const PROBLEM_OF_KIND: Readonly<Record<FeishuErrorKind, ProblemCode>> = {
  auth: "credentials_refused",
  scope: "permission_refused",
  rate: "rate_limited",
  quota: "quota_used_up",
  config: "credentials_refused",
  upstream: "upstream_error",
  network: "unreachable",
  timeout: "timeout",
  shape: "unreadable_answer",
  too_large: "too_large",
  redirect: "unreadable_answer",
};

/** Codes that say the token was refused and that a new one may be taken. */
const TOKEN_REJECTED: ReadonlySet<number | null> = new Set([
  CODE.tenantTokenInvalid,
  CODE.appTokenInvalid,
  CODE.tenantCodeInvalid,
  CODE.viewerTokenInvalid,
  CODE.tokenPrefixWrong,
]);

/** Whether one more try with a freshly issued token makes sense. */
export function isTokenRejection(error: FeishuError): boolean {
  return TOKEN_REJECTED.has(error.code);
}

/** What a code other than 0 means. Where Feishu's tables say nothing, its number range and the HTTP status decide. */
export function kindOfCode(code: number, httpStatus: number): FeishuErrorKind {
  return meaningOf(code)?.kind ?? (httpStatus === 429 ? "rate" : "upstream");
}

function meaningOf(code: number): Meaning | undefined {
  const known = MEANING_OF_CODE.get(code);
  if (known) return known;
  const range = Math.floor(code / 10);
  if (range === 9_999_166) return REFUSED_TOKEN;
  return range === 9_999_167 ? NO_RIGHT : undefined;
}

/** The same failure in the words of the feed and of `problem.code` (product.md, section 5). */
export function toReadFailure(error: FeishuError): ReadFailure {
  const byCode = error.code === null ? undefined : meaningOf(error.code);
  return new ReadFailure(byCode?.problem ?? PROBLEM_OF_KIND[error.kind], error.message, {
    logId: error.logId,
    waitMs: error.waitMs,
    remedy: (error.code === null ? undefined : REMEDY_OF_CODE.get(error.code)) ?? null,
  });
}
