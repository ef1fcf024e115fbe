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
  readonly auth: AuthSettings;
  /** Each an id, an email or a group. */
  readonly roles: { readonly managers: readonly string[]; readonly admins: readonly string[] };
  /** The first seals sessions, all open them; empty where nothing needs any. */
  readonly sessionSecrets: readonly string[];
  readonly sessionEpoch: number;
  readonly apiKeys: readonly ApiKeyEntry[];
  /** Exact origins that may frame `/embed`. */
  readonly embedOrigins: readonly string[];
  readonly embedKeys: readonly EmbedKeyEntry[];
}

/** Who may look (product.md, section 7). Empty lists let in everyone whom the mode vouches for. */
export type AuthSettings =
  | { readonly mode: "open" }
  | {
      readonly mode: "feishu";
      readonly tokenUrl: string | null;
      /** Null: the tenant of the app, as Feishu names it. */
      readonly tenantKey: string | null;
      readonly openIds: readonly string[];
      readonly emailDomains: readonly string[];
    }
  | {
      readonly mode: "oidc";
      readonly issuer: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly groups: readonly string[];
    }
  | { readonly mode: "proxy"; readonly proof: ProxyProof };

/** How a proxy proves who looks. Header names are in lower case. */
export type ProxyProof =
  | {
      readonly kind: "assertion";
      readonly header: string;
      readonly jwksUrl: string;
      readonly audience: string | null;
    }
  | {
      readonly kind: "secret";
      readonly viewerHeader: string;
      readonly secretHeader: string;
      readonly secret: string;
    };

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
