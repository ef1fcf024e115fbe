import {
  basePath,
  databaseAddress,
  issuerAddress,
  listenHost,
  mailDomain,
  origin,
  webAddress,
} from "./address-kinds.ts";
import { coverageFile } from "./coverage-file.ts";
import { apiKeys, embedKeys, helpdesks, SIGNING_SECRET_BYTES } from "./json-kinds.ts";
import { type Kind, listOf } from "./kind.ts";
import {
  credential,
  headerName,
  oneOf,
  ownSecret,
  timeZone,
  trueOrFalse,
  whole,
  words,
} from "./text-kinds.ts";

/**
 * Every setting of the product (product.md, sections 3, 7 and 8), once. `.env.example`, the README's
 * table and the reading of the environment are made from it.
 */
export interface Setting<T, F extends string | null = string | null> {
  readonly group: GroupName;
  readonly kind: Kind<T>;
  /** The text that stands for an unset one; null: there is none. */
  readonly fallback: F;
  /** How the default is described where it depends on other settings. */
  readonly fallbackWords?: string;
  readonly meaning: string;
  /** When it must be set. The rules are in lib/config/rules.ts. */
  readonly required?: string;
}

export const GROUPS = {
  feishu: "The desks. With none of these set, the built-in sample desk is served on 127.0.0.1",
  reading: "Reading from Feishu",
  data: "Coverage and storage",
  address: "The product's own address",
  access: "Who may look",
  embedding: "Embedding and machines",
} as const;
export type GroupName = keyof typeof GROUPS;

function setting<T>(group: GroupName, kind: Kind<T>, meaning: string, more: Extra = {}): Setting<T, null> {
  return { group, kind, meaning, fallback: null, ...more };
}
function withDefault<T>(
  group: GroupName,
  kind: Kind<T>,
  fallback: string,
  meaning: string,
): Setting<T, string> {
  return { group, kind, meaning, fallback };
}
type Extra = Pick<Setting<unknown>, "required" | "fallbackWords">;

const ids = listOf(words(), "comma-separated");

export const SETTINGS = {
  FEISHU_APP_ID: setting("feishu", credential, "The self-built app.", { required: "with a desk" }),
  FEISHU_APP_SECRET: setting("feishu", credential, "Its secret.", { required: "with a desk" }),
  FEISHU_HELPDESK_ID: setting("feishu", credential, "One desk; its key is `main`.", {
    required: "with a desk, unless FEISHU_HELPDESKS is set",
  }),
  FEISHU_HELPDESK_TOKEN: setting("feishu", credential, "Its token.", { required: "with FEISHU_HELPDESK_ID" }),
  FEISHU_HELPDESKS: setting("feishu", helpdesks, "Several desks instead of the one."),
  HELPDESK_NAME: withDefault("feishu", words(), "Helpdesk", "Name of the single desk."),
  HELPDESK_TIME_ZONE: withDefault(
    "feishu",
    timeZone,
    "Asia/Shanghai",
    "Time zone of the single desk, and of the others that name none. Weekly rules are wall-clock time in it.",
  ),

  FEISHU_BASE_URL: withDefault(
    "reading",
    webAddress,
    "https://open.feishu.cn",
    "Lark: `https://open.larksuite.com`.",
  ),
  FEISHU_ACCOUNTS_URL: withDefault(
    "reading",
    webAddress,
    "https://accounts.feishu.cn",
    "Where viewers sign in. Lark: `https://accounts.larksuite.com`.",
  ),
  REFRESH_SECONDS: withDefault("reading", whole(10, 3600), "60", "How often a desk is read."),
  POLL_WHEN_IDLE: withDefault(
    "reading",
    trueOrFalse,
    "false",
    "`false`: a desk is read only while somebody looks (free plans have a monthly quota; 60 s day and night is " +
      "47,000 calls); a viewer's read wakes it, and the first answer may be stale. `true`: always.",
  ),
  FEISHU_TIMEOUT_MS: withDefault(
    "reading",
    whole(100, 120_000),
    "8000",
    "Total deadline of one call, in ms.",
  ),

  COVERAGE_FILE: setting(
    "data",
    coverageFile,
    "Opening hours, minimum numbers, holidays, leave (docs/coverage-file.md).",
  ),
  DATA_DIR: withDefault(
    "data",
    words(4096),
    ".data",
    "Folder of the embedded SQLite store; made where it is missing. Keep it when the product is renewed.",
  ),
  DATABASE_URL: setting("data", databaseAddress, "PostgreSQL instead, shared by several replicas."),
  HISTORY_DAYS: withDefault(
    "data",
    whole(0, 3650),
    "35",
    "How long status changes are kept, in days; 0: none.",
  ),

  APP_URL: setting(
    "address",
    webAddress,
    "Public address, with the base path if there is one: for sign-in, feeds, copied links, and as the origin " +
      "from which the product's own pages may ask it to act.",
    { fallbackWords: "`http://127.0.0.1:PORT`" },
  ),
  APP_BASE_PATH: setting(
    "address",
    basePath,
    "Fixed when the product is built, for a portal's reverse proxy.",
  ),
  TRUST_PROXY_HOPS: withDefault(
    "address",
    whole(0, 20),
    "0",
    "How many entries of `X-Forwarded-For` to believe; 0: limits are global and the address is logged as unknown.",
  ),
  PORT: withDefault("address", whole(0, 65_535), "3000", "Port to listen on; 0: any free one."),
  HOST: setting("address", listenHost, "Address to listen on. Not used with the sample desk.", {
    fallbackWords: "`0.0.0.0` (`127.0.0.1` with the sample desk)",
  }),
  LOG_LEVEL: withDefault(
    "address",
    oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    "info",
    "JSON lines on stdout.",
  ),

  AUTH_MODE: setting(
    "access",
    oneOf(["open", "feishu", "oidc", "proxy"]),
    "`open`: everyone who can reach the address sees everything; use it behind your own access control.",
    { required: "with a desk", fallbackWords: "`open` with the sample desk" },
  ),
  FEISHU_TOKEN_URL: setting("access", webAddress, "`feishu`: where a code is exchanged for a token.", {
    fallbackWords: "`FEISHU_ACCOUNTS_URL/oauth/v3/token`",
  }),
  FEISHU_TENANT_KEY: setting(
    "access",
    credential,
    "`feishu`: the only tenant that is let in. Unset: that of the app, which Feishu is asked for (scope " +
      "`tenant:tenant:readonly`).",
  ),
  ALLOW_OPEN_IDS: setting("access", ids, "`feishu`: who is let in, by open id."),
  ALLOW_EMAIL_DOMAINS: setting(
    "access",
    listOf(mailDomain, "comma-separated"),
    "`feishu`: who is let in, by the exact domain of the company email.",
  ),
  OIDC_ISSUER: setting("access", issuerAddress, "`oidc`: address of the provider.", {
    required: "with `oidc`",
  }),
  OIDC_CLIENT_ID: setting("access", credential, "`oidc`: our id there.", { required: "with `oidc`" }),
  OIDC_CLIENT_SECRET: setting("access", credential, "`oidc`: our secret there.", { required: "with `oidc`" }),
  OIDC_ALLOW_GROUPS: setting("access", ids, "`oidc`: the groups that are let in."),
  PROXY_JWT_HEADER: setting("access", headerName, "`proxy`: header that holds the signed assertion."),
  PROXY_JWKS_URL: setting("access", webAddress, "`proxy`: the keys that sign it.", {
    required: "with PROXY_JWT_HEADER",
  }),
  PROXY_JWT_AUDIENCE: setting(
    "access",
    words(),
    "`proxy`: the audience that the assertion must name. Unset: APP_URL, or none at all.",
  ),
  PROXY_USER_HEADER: setting(
    "access",
    headerName,
    "`proxy`: header that names the viewer, instead of an assertion.",
  ),
  PROXY_SECRET_HEADER: setting("access", headerName, "`proxy`: header that holds the secret.", {
    required: "with PROXY_USER_HEADER",
  }),
  PROXY_SECRET: setting("access", ownSecret(16), "`proxy`: the secret that the proxy shows us.", {
    required: "with PROXY_USER_HEADER",
  }),
  ROLE_MANAGERS: setting("access", ids, "Managers, by id, email or group."),
  ROLE_ADMINS: setting("access", ids, "Admins, by id, email or group."),
  SESSION_SECRET: setting(
    "access",
    listOf(ownSecret(SIGNING_SECRET_BYTES), "at least 32 bytes each, comma-separated"),
    "Signs sessions; a list lets keys rotate (the first signs).",
    { required: "with `feishu`, `oidc` or EMBED_KEYS" },
  ),
  SESSION_EPOCH: withDefault(
    "access",
    whole(0, 999_999_999),
    "0",
    "Change it, and everybody who signed in must sign in again.",
  ),

  EMBED_ORIGINS: setting(
    "embedding",
    listOf(origin, "exact origins, comma-separated"),
    "Who may frame `/embed`.",
  ),
  EMBED_KEYS: setting("embedding", embedKeys, "Keys with which a portal signs embed tokens."),
  API_KEYS: setting("embedding", apiKeys, "Keys for machines, sent as Bearer."),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS).filter((name): name is SettingName => name in SETTINGS);

type ValueOf<S> = S extends Setting<infer T, infer F> ? (F extends string ? T : T | null) : never;
/** The value of each setting after reading; null: unset and without a default. */
export type Values = { readonly [N in SettingName]: ValueOf<(typeof SETTINGS)[N]> };
