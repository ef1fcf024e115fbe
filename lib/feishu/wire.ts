import * as z from "zod/mini";

/**
 * Feishu's protocol as this product speaks it: addresses, header names, codes, and the outer shape of an
 * answer. Client and sample desk both read it from here, so it holds no secret and opens no socket.
 *
 * The records inside `data` are left `unknown` on purpose: lib/feishu/translate.ts judges each alone,
 * so that one odd record cannot fail the whole answer.
 */

export const TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";
/** Below FEISHU_ACCOUNTS_URL: where a browser signs in, and where its code is exchanged for a token. */
export const AUTHORIZE_PATH = "/open-apis/authen/v1/authorize";
export const CODE_EXCHANGE_PATH = "/oauth/v3/token";
/** Whose user token it is called with. */
export const VISITOR_PATH = "/open-apis/authen/v1/user_info";
/** The company of the app whose tenant token it is called with. */
export const TENANT_PATH = "/open-apis/tenant/v2/tenant/query";
export const AGENT_SCHEDULES_PATH = "/open-apis/helpdesk/v1/agent_schedules";

/** Its value is base64 of `helpdesk_id:helpdesk_token`, without `Bearer`. */
export const HELPDESK_HEADER = "X-Lark-Helpdesk-Authorization";
export const LOG_ID_HEADER = "X-Tt-Logid";
/** Seconds to wait before the next call; comes with code 99991400. */
export const RATE_RESET_HEADER = "x-ogw-ratelimit-reset";

/** Statuses of agents as numbers on the wire, for the `status` filter and in each record. */
export const WIRE_STATUS = { online: 1, offline: 2, offDuty: 3, removed: 4 } as const;

/** The codes of `code` that this product tells apart. What each means for a caller: lib/feishu/errors.ts. */
export const CODE = {
  ok: 0,
  appIdUnknown: 10003,
  appSecretWrong: 10014,
  appCredentialWrong: 10015,
  badRequest: 154000,
  helpdeskCredentialWrong: 154001,
  noAccess: 154003,
  notFound: 154004,
  internal: 155000,
  rateLimited: 99991400,
  addressNotAllowed: 99991401,
  quotaUsedUp: 99991403,
  appIdInvalid: 99991543,
  tokenMissing: 99991661,
  appDisabled: 99991662,
  tenantTokenInvalid: 99991663,
  appTokenInvalid: 99991664,
  tenantCodeInvalid: 99991665,
  viewerTokenInvalid: 99991668,
  tokenPrefixWrong: 99991671,
  scopeMissing: 99991672,
  appNotInstalled: 99991673,
  viewerTokenExpired: 99991677,
  consentMissing: 99991679,
} as const;

/** An integer, also as text: Feishu's own sample of one endpoint shows `"code": "0"`. */
const wholeNumber = z.union([
  z.int(),
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,15}$/)),
    z.transform((text: string) => Number(text)),
  ),
]);

const errorDetail = z.object({ log_id: z.catch(z.nullable(z.string()), null) });

/** Every JSON answer. Unknown fields are ignored; only a missing or unreadable `code` refuses it. */
export const envelopeSchema = z.object({
  code: wholeNumber,
  data: z.optional(z.unknown()),
  error: z.catch(z.nullable(errorDetail), null),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** The token endpoint's answer is flat: its fields stand beside `code`, not in `data`. `expire` in seconds. */
export const tokenAnswerSchema = z.object({
  tenant_access_token: z.string().check(z.minLength(1)),
  expire: z.catch(wholeNumber, 0),
});

/** One record of `data.agent_schedules` as documented. A promise by Feishu: never trusted when read. */
export interface WireAgentSchedule {
  readonly status: number;
  readonly agent: WireAgent;
  readonly schedule: readonly WireRule[] | null;
  readonly agent_skills: readonly WireSkill[];
}

export interface WireAgent {
  readonly id: string;
  readonly avatar_url: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly company_name: string;
}

/** `weekday`: 1–7 Monday–Sunday, 9 every day, 10 Monday–Friday, 11 Saturday–Sunday. Times `HH:MM`, end also `24:00`. */
export interface WireRule {
  readonly start_time: string;
  readonly end_time: string;
  readonly weekday: number;
}

export interface WireSkill {
  readonly id: string;
  readonly name: string;
  readonly is_default: boolean;
}
