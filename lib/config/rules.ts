import { writePath } from "./json-field.ts";
import { SETTINGS, type SettingName, type Values } from "./schema.ts";
import { SINGLE_DESK_KEY } from "./settings.ts";
import type { ReadValues } from "./values.ts";

/**
 * The rules that span several settings (product.md, sections 3 and 7), as data: each gives its faults,
 * and all are asked, so that every fault is told in one go.
 */
type Rule = (read: ReadValues) => readonly string[];

const DESK_SETTINGS = [
  "FEISHU_APP_ID",
  "FEISHU_APP_SECRET",
  "FEISHU_HELPDESK_ID",
  "FEISHU_HELPDESK_TOKEN",
  "FEISHU_HELPDESKS",
] as const satisfies readonly SettingName[];

const ADDRESS_SETTINGS = ["FEISHU_BASE_URL", "FEISHU_ACCOUNTS_URL"] as const;

/**
 * With no Feishu setting at all the built-in sample desk is served. An address other than the usual one is
 * such a setting: whoever writes it means a real desk, and must not be shown a sample for want of credentials.
 */
export function isSample({ given, values }: Pick<ReadValues, "given" | "values">): boolean {
  const pointsElsewhere = ADDRESS_SETTINGS.some((name) => values[name] !== SETTINGS[name].fallback);
  return !pointsElsewhere && !DESK_SETTINGS.some((name) => given.has(name));
}

export function findFaults(read: ReadValues): readonly string[] {
  return RULES.flatMap((rule) => rule(read));
}

const missing = (name: SettingName, why: string) => `${name}: is missing; ${why}`;

const wholeDesk: Rule = (read) => {
  if (isSample(read)) return [];
  const { given } = read;
  const single = ["FEISHU_HELPDESK_ID", "FEISHU_HELPDESK_TOKEN"] as const;
  const needed = [
    "FEISHU_APP_ID",
    "FEISHU_APP_SECRET",
    ...(given.has("FEISHU_HELPDESKS") ? [] : single),
  ] as const;
  return needed
    .filter((name) => !given.has(name))
    .map((name) => missing(name, "a desk needs it, and other Feishu settings are set"));
};

const oneDeskOrSeveral: Rule = ({ given }) => {
  const single = given.has("FEISHU_HELPDESK_ID") || given.has("FEISHU_HELPDESK_TOKEN");
  return single && given.has("FEISHU_HELPDESKS")
    ? [
        "FEISHU_HELPDESKS: is set beside FEISHU_HELPDESK_ID or FEISHU_HELPDESK_TOKEN; set either one desk or several",
      ]
    : [];
};

const accessChosen: Rule = (read) =>
  isSample(read) || read.given.has("AUTH_MODE")
    ? []
    : [missing("AUTH_MODE", "say who may look; open lets everyone who can reach the address")];

/** Settings that one way of access cannot do without. */
const NEEDED_BY_MODE: Readonly<Record<NonNullable<Values["AUTH_MODE"]>, readonly SettingName[]>> = {
  open: [],
  feishu: ["SESSION_SECRET"],
  oidc: ["SESSION_SECRET", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  proxy: [],
};

const modeComplete: Rule = ({ given, values }) => {
  const mode = values.AUTH_MODE ?? "open";
  return NEEDED_BY_MODE[mode]
    .filter((name) => !given.has(name))
    .map((name) => missing(name, `${mode} needs it`));
};

/** A proxy proves who looks in exactly one way: with two, the weaker would do. */
const oneProxyProof: Rule = ({ given, values }) => {
  if (values.AUTH_MODE !== "proxy") return [];
  const proofs = (["PROXY_JWT_HEADER", "PROXY_USER_HEADER"] as const).filter((name) => given.has(name));
  if (given.has("PROXY_USER_HEADER") && values.PROXY_USER_HEADER === values.PROXY_SECRET_HEADER) {
    return ["PROXY_SECRET_HEADER: is the same header as PROXY_USER_HEADER"];
  }
  if (proofs.length === 1) return [];
  return proofs.length === 0
    ? [missing("PROXY_JWT_HEADER", "proxy needs it, or PROXY_USER_HEADER with a secret")]
    : ["PROXY_USER_HEADER: is set beside PROXY_JWT_HEADER; a proxy proves in one way who looks"];
};

/** Machines show their keys there, so that the proxy's proof would be taken for a wrong one. */
const headersApart: Rule = ({ given, values }) => {
  const names = ["PROXY_JWT_HEADER", "PROXY_USER_HEADER", "PROXY_SECRET_HEADER"] as const;
  if (values.AUTH_MODE !== "proxy" || !given.has("API_KEYS")) return [];
  return names
    .filter((name) => values[name] === "authorization")
    .map((name) => `${name}: cannot be Authorization, in which API_KEYS are sent`);
};

/** What the value of one setting asks of another. */
const COMPANIONS: readonly (readonly [SettingName, SettingName])[] = [
  ["EMBED_KEYS", "SESSION_SECRET"],
  ["PROXY_JWT_HEADER", "PROXY_JWKS_URL"],
  ["PROXY_JWT_AUDIENCE", "PROXY_JWT_HEADER"],
  ["PROXY_USER_HEADER", "PROXY_SECRET_HEADER"],
  ["PROXY_USER_HEADER", "PROXY_SECRET"],
];

const companions: Rule = ({ given }) =>
  COMPANIONS.filter(([first, second]) => given.has(first) && !given.has(second)).map(([first, second]) =>
    missing(second, `${first} needs it`),
  );

const basePathInAddress: Rule = ({ values }) => {
  const { APP_URL, APP_BASE_PATH } = values;
  if (APP_URL === null || APP_BASE_PATH === null) return [];
  return new URL(APP_URL).pathname === APP_BASE_PATH
    ? []
    : ["APP_URL: its path must be that of APP_BASE_PATH"];
};

/** A plan under a key that no desk has would hold for nobody, and nobody would notice. */
const plansHaveDesks: Rule = ({ given, values }) => {
  const several = values.FEISHU_HELPDESKS?.map(({ key }) => key);
  // Which desks there are cannot be said while their list is faulty.
  if (several === undefined && given.has("FEISHU_HELPDESKS")) return [];
  const known = several ?? [SINGLE_DESK_KEY];
  return Object.keys(values.COVERAGE_FILE?.desks ?? {})
    .filter((key) => !known.includes(key))
    .map((key) => `COVERAGE_FILE: ${writePath(["desks", key]).slice(1)}: there is no desk of that key`);
};

const RULES = [
  wholeDesk,
  oneDeskOrSeveral,
  accessChosen,
  modeComplete,
  oneProxyProof,
  headersApart,
  companions,
  basePathInAddress,
  plansHaveDesks,
];
