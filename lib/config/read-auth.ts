import "server-only";
import type { Values } from "./schema.ts";
import type { AuthSettings, ProxyProof } from "./settings.ts";

/** Who may look, from values that lib/config/rules.ts has found complete. */
export function readAuth(values: Values): AuthSettings {
  switch (values.AUTH_MODE) {
    case "feishu":
      return {
        mode: "feishu",
        tokenUrl: values.FEISHU_TOKEN_URL,
        tenantKey: values.FEISHU_TENANT_KEY,
        openIds: values.ALLOW_OPEN_IDS ?? [],
        emailDomains: values.ALLOW_EMAIL_DOMAINS ?? [],
      };
    case "oidc":
      return {
        mode: "oidc",
        issuer: values.OIDC_ISSUER ?? "",
        clientId: values.OIDC_CLIENT_ID ?? "",
        clientSecret: values.OIDC_CLIENT_SECRET ?? "",
        groups: values.OIDC_ALLOW_GROUPS ?? [],
      };
    case "proxy":
      return { mode: "proxy", proof: readProof(values) };
    case "open":
    case null:
      return { mode: "open" };
  }
}

function readProof(values: Values): ProxyProof {
  if (values.PROXY_JWT_HEADER !== null) {
    return {
      kind: "assertion",
      header: values.PROXY_JWT_HEADER,
      jwksUrl: values.PROXY_JWKS_URL ?? "",
      audience: values.PROXY_JWT_AUDIENCE,
    };
  }
  return {
    kind: "secret",
    viewerHeader: values.PROXY_USER_HEADER ?? "",
    secretHeader: values.PROXY_SECRET_HEADER ?? "",
    secret: values.PROXY_SECRET ?? "",
  };
}

/** The texts of it that must appear in no log line. */
export function authSecrets(auth: AuthSettings): readonly string[] {
  if (auth.mode === "oidc") return [auth.clientSecret];
  return auth.mode === "proxy" && auth.proof.kind === "secret" ? [auth.proof.secret] : [];
}
