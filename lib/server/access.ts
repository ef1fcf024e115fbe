import "server-only";
import type { Access, AccessMode } from "#lib/auth/access.ts";
import type { SessionRules } from "#lib/auth/session.ts";
import type { Provider, SignIn } from "#lib/auth/sign-in.ts";
import { createThrottle } from "#lib/auth/throttle.ts";
import type { FeishuSource, ProxyProof, Settings } from "#lib/config/settings.ts";
import type { CallObserver } from "#lib/feishu/request.ts";
import { AUTHORIZE_PATH, CODE_EXCHANGE_PATH } from "#lib/feishu/wire.ts";
import type { Clock } from "#lib/roster/ports.ts";
import type { Log } from "#lib/telemetry/log.ts";
import { createDirectory } from "./feishu-directory.ts";

export interface AccessDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly calls: CallObserver;
}

/** Who may look, and where they sign in; `signIn` is null where somebody else does that, or nobody. */
export interface Entrance {
  readonly access: Access;
  readonly signIn: SignIn | null;
}

/** Puts access together from the settings, and loads the one way to sign in that they name. It opens no connection yet. */
export async function createAccess(
  settings: Settings,
  source: FeishuSource,
  deps: AccessDeps,
): Promise<Entrance> {
  const sessions: SessionRules = {
    secrets: settings.sessionSecrets,
    epoch: settings.sessionEpoch,
    cookies: { https: settings.appUrl.startsWith("https:"), basePath: settings.basePath },
    clock: deps.clock,
  };
  const mode = await createMode(settings, deps);
  const access: Access = {
    mode,
    roles: settings.roles,
    sessions,
    embed: settings,
    apiKeys: settings.apiKeys,
  };
  const provider = await createProvider(settings, source, deps);
  const { appUrl } = settings;
  const signIn =
    mode.kind === "session" && provider !== null ? { provider, allow: mode.allow, sessions, appUrl } : null;
  return { access, signIn };
}

async function createMode({ auth, appUrl }: Settings, deps: AccessDeps): Promise<AccessMode> {
  switch (auth.mode) {
    case "open":
      return { kind: "open" };
    case "feishu":
      return {
        kind: "session",
        by: "feishu",
        allow: { ids: auth.openIds, emailDomains: auth.emailDomains, groups: [] },
      };
    case "oidc":
      return { kind: "session", by: "oidc", allow: { ids: [], emailDomains: [], groups: auth.groups } };
    case "proxy":
      return { kind: "proxy", recognise: await createProxyCheck(auth.proof, appUrl, deps) };
  }
}

/** A minute. */
const REFUSALS_TOLD = 30;

async function createProxyCheck(proof: ProxyProof, appUrl: string, { clock, log }: AccessDeps) {
  const { createAssertionCheck, createSecretCheck } = await import("#lib/auth/providers/proxy.ts");
  // Anybody who reaches us past the proxy can bring one that does not hold, as often as they like.
  const told = createThrottle({ perClient: REFUSALS_TOLD, inSum: REFUSALS_TOLD });
  const onRefused = async (reason: string) => {
    const { retryAfterS } = await told.count(null);
    if (retryAfterS === null) log.warn({ reason }, "the proxy's proof of a viewer does not hold");
  };
  return proof.kind === "assertion"
    ? createAssertionCheck({ ...proof, appUrl, clock, onRefused })
    : createSecretCheck({ ...proof, onRefused });
}

async function createProvider(
  settings: Settings,
  source: FeishuSource,
  deps: AccessDeps,
): Promise<Provider | null> {
  const { auth, appUrl, roles } = settings;
  switch (auth.mode) {
    case "feishu": {
      const { createFeishuProvider } = await import("#lib/auth/providers/feishu.ts");
      const { accountsUrl, appId, appSecret } = source;
      const authorizeUrl = `${accountsUrl}${AUTHORIZE_PATH}`;
      const tokenUrl = auth.tokenUrl ?? `${accountsUrl}${CODE_EXCHANGE_PATH}`;
      const directory = createDirectory(source, auth.tenantKey, settings.timeoutMs, deps);
      return createFeishuProvider({ authorizeUrl, tokenUrl, appId, appSecret, appUrl }, directory);
    }
    case "oidc": {
      const { createOidcProvider } = await import("#lib/auth/providers/oidc.ts");
      const knownGroups = [...auth.groups, ...roles.managers, ...roles.admins];
      return createOidcProvider({ ...auth, appUrl, knownGroups });
    }
    case "open":
    case "proxy":
      return null;
  }
}
