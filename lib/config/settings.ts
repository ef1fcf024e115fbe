import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { Desk } from "#lib/schedule/types.ts";
import type { ApiKeyEntry, EmbedKeyEntry } from "./json-kinds.ts";
import type { Values } from "./schema.ts";

/** The settings as the rest of the product knows them: checked, complete, in our own units. Holds secrets. */
export interface Settings {
  readonly source: SampleSource | FeishuSource;
  readonly refreshMs: number;
  readonly pollWhenIdle: boolean;
  /** Total deadline of one call to Feishu. */
  readonly timeoutMs: number;
  /** By desk key, of every desk: what COVERAGE_FILE says of it; empty without one. */
  readonly plans: ReadonlyMap<string, CoveragePlan>;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly historyDays: number;
  /** Public address with the base path, without a final slash. */
  readonly appUrl: string;
  /** "" or `/path`. */
  readonly basePath: string;
  readonly trustProxyHops: number;
  readonly port: number;
  readonly host: string;
  readonly logLevel: Values["LOG_LEVEL"];
  readonly authMode: "open";
  readonly apiKeys: readonly ApiKeyEntry[];
  /** The first seals sessions, all open them; empty where nothing needs any. */
  readonly sessionSecrets: readonly string[];
  /** Exact origins that may frame `/embed`. */
  readonly embedOrigins: readonly string[];
  readonly embedKeys: readonly EmbedKeyEntry[];
}

/** No Feishu setting at all: the built-in sample desk, on 127.0.0.1 alone. */
export interface SampleSource {
  readonly kind: "sample";
  readonly desk: Desk;
}

export interface FeishuSource {
  readonly kind: "feishu";
  readonly baseUrl: string;
  readonly accountsUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** At least one; the first is shown when the address names none. */
  readonly desks: readonly DeskAccess[];
}

export interface DeskAccess {
  readonly desk: Desk;
  readonly helpdeskId: string;
  readonly helpdeskToken: string;
}

/** The key of a desk that is not one of several. */
export const SINGLE_DESK_KEY = "main";

/** The desks that the product shows, in their order. */
export function desksOf({ source }: Pick<Settings, "source">): readonly Desk[] {
  return source.kind === "sample" ? [source.desk] : source.desks.map(({ desk }) => desk);
}
