import "server-only";
import { planOfDesk } from "./coverage-plans.ts";
import { authSecrets, readAuth } from "./read-auth.ts";
import { findFaults, isSample } from "./rules.ts";
import type { Values } from "./schema.ts";
import { desksOf, type FeishuSource, type SampleSource, type Settings, SINGLE_DESK_KEY } from "./settings.ts";
import { type Environment, readValues } from "./values.ts";

/** Every fault of the settings at once, one readable line each: `NAME: what is wrong`, never a value. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** Reads the settings (product.md, section 3). Throws a `SettingsError` with all that is wrong. */
export function readSettings(environment: Environment): Settings {
  const read = readValues(environment);
  const faults = new Set([...read.faults, ...findFaults(read)]);
  if (faults.size > 0) throw new SettingsError([...faults]);
  return assemble(read.values, isSample(read));
}

function assemble(values: Values, sample: boolean): Settings {
  const basePath = values.APP_BASE_PATH ?? "";
  const source = sample ? sampleSource(values) : feishuSource(values);
  return {
    source,
    refreshMs: values.REFRESH_SECONDS * 1000,
    pollWhenIdle: values.POLL_WHEN_IDLE,
    timeoutMs: values.FEISHU_TIMEOUT_MS,
    plans: plansOf(source, values.COVERAGE_FILE),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    historyDays: values.HISTORY_DAYS,
    appUrl: values.APP_URL ?? `http://127.0.0.1:${values.PORT}${basePath}`,
    basePath,
    trustProxyHops: values.TRUST_PROXY_HOPS,
    port: values.PORT,
    host: sample ? "127.0.0.1" : (values.HOST ?? "0.0.0.0"),
    logLevel: values.LOG_LEVEL,
    auth: readAuth(values),
    roles: { managers: values.ROLE_MANAGERS ?? [], admins: values.ROLE_ADMINS ?? [] },
    sessionSecrets: values.SESSION_SECRET ?? [],
    sessionEpoch: values.SESSION_EPOCH,
    apiKeys: values.API_KEYS ?? [],
    embedOrigins: values.EMBED_ORIGINS ?? [],
    embedKeys: values.EMBED_KEYS ?? [],
  };
}

function plansOf(source: Settings["source"], file: Values["COVERAGE_FILE"]): Settings["plans"] {
  if (file === null) return new Map();
  return new Map(desksOf({ source }).map(({ key }) => [key, planOfDesk(file, key)]));
}

function sampleSource(values: Values): SampleSource {
  return { kind: "sample", desk: singleDesk(values) };
}

function feishuSource(values: Values): FeishuSource {
  const several = values.FEISHU_HELPDESKS?.map(({ key, name, id, token, timeZone }) => ({
    desk: { key, name: name.trim(), timeZone: timeZone ?? values.HELPDESK_TIME_ZONE },
    helpdeskId: id,
    helpdeskToken: token,
  }));
  return {
    kind: "feishu",
    baseUrl: values.FEISHU_BASE_URL,
    accountsUrl: values.FEISHU_ACCOUNTS_URL,
    appId: values.FEISHU_APP_ID ?? "",
    appSecret: values.FEISHU_APP_SECRET ?? "",
    desks: several ?? [
      {
        desk: singleDesk(values),
        helpdeskId: values.FEISHU_HELPDESK_ID ?? "",
        helpdeskToken: values.FEISHU_HELPDESK_TOKEN ?? "",
      },
    ],
  };
}

function singleDesk(values: Values) {
  return { key: SINGLE_DESK_KEY, name: values.HELPDESK_NAME, timeZone: values.HELPDESK_TIME_ZONE };
}

/**
 * The texts that must appear in no log line, in whatever writing (lib/telemetry/log.ts). The helpdesk's header is one of
 * them.
 */
export function secretsOf(settings: Settings): readonly string[] {
  const { source, auth, apiKeys, embedKeys, sessionSecrets, databaseUrl } = settings;
  const keys = [...apiKeys, ...embedKeys].map(({ key }) => key);
  const all = [...feishuSecrets(source), ...authSecrets(auth), ...sessionSecrets, ...keys];
  return [...new Set([...all, ...passwordsOf(databaseUrl)])].filter((secret) => secret !== "");
}

/** As it is written in the address, and as it is; it may also stand in the query. */
function passwordsOf(databaseUrl: string | null): readonly string[] {
  if (databaseUrl === null) return [];
  const { password, search, searchParams } = new URL(databaseUrl);
  const fields = search.slice(1).split("&");
  const written = fields.flatMap((field) => /^password=(.*)$/.exec(field)?.[1] ?? []);
  return [password, decoded(password), ...written, ...searchParams.getAll("password")];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function feishuSecrets(source: Settings["source"]): readonly string[] {
  if (source.kind === "sample") return [];
  const ofDesks = source.desks.flatMap(({ helpdeskId, helpdeskToken }) => [
    helpdeskToken,
    Buffer.from(`${helpdeskId}:${helpdeskToken}`).toString("base64"),
  ]);
  return [source.appSecret, ...ofDesks];
}
