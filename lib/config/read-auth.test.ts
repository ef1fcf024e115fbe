import { describe, expect, test } from "vitest";
import { readSettings, SettingsError, secretsOf } from "./read-settings.ts";
import type { Environment } from "./values.ts";

const LONG = "k".repeat(32);

function faultsOf(environment: Environment): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe("who may look", () => {
  test("Feishu, with its lists and a rotating secret", () => {
    const settings = readSettings({
      AUTH_MODE: "feishu",
      SESSION_SECRET: `${LONG}b, ${LONG}`,
      ALLOW_OPEN_IDS: "ou_1, ou_2",
      ALLOW_EMAIL_DOMAINS: "Acme.example",
      ROLE_ADMINS: "ou_1",
    });
    expect(settings).toMatchObject({
      auth: {
        mode: "feishu",
        tokenUrl: null,
        tenantKey: null,
        openIds: ["ou_1", "ou_2"],
        emailDomains: ["acme.example"],
      },
      roles: { managers: [], admins: ["ou_1"] },
      sessionSecrets: [`${LONG}b`, LONG],
    });
    expect(secretsOf(settings)).toEqual(expect.arrayContaining([`${LONG}b`, LONG]));
  });

  test("OpenID Connect, whose issuer is kept to the letter", () => {
    const settings = readSettings({
      AUTH_MODE: "oidc",
      SESSION_SECRET: LONG,
      OIDC_ISSUER: "https://id.example/realm/",
      OIDC_CLIENT_ID: "rota",
      OIDC_CLIENT_SECRET: "a-secret-of-the-provider",
      OIDC_ALLOW_GROUPS: "service desk, it",
    });
    expect(settings.auth).toEqual({
      mode: "oidc",
      issuer: "https://id.example/realm/",
      clientId: "rota",
      clientSecret: "a-secret-of-the-provider",
      groups: ["service desk", "it"],
    });
    expect(secretsOf(settings)).toContain("a-secret-of-the-provider");
  });

  test("a proxy proves who looks in one way", () => {
    const assertion = { PROXY_JWT_HEADER: "x-jwt", PROXY_JWKS_URL: "https://proxy.example/jwks" };
    const secret = { PROXY_USER_HEADER: "X-User", PROXY_SECRET_HEADER: "X-Secret", PROXY_SECRET: LONG };
    expect(faultsOf({ AUTH_MODE: "proxy", ...assertion, ...secret })).toEqual([
      "PROXY_USER_HEADER: is set beside PROXY_JWT_HEADER; a proxy proves in one way who looks",
    ]);
    expect(faultsOf({ AUTH_MODE: "proxy", ...secret, PROXY_SECRET_HEADER: "x-user" })).toEqual([
      "PROXY_SECRET_HEADER: is the same header as PROXY_USER_HEADER",
    ]);
    const keys = { API_KEYS: JSON.stringify([{ name: "cron", role: "viewer", key: LONG }]) };
    const bearer = { AUTH_MODE: "proxy", ...assertion, PROXY_JWT_HEADER: "Authorization" };
    expect(faultsOf({ ...bearer, ...keys })).toEqual([
      "PROXY_JWT_HEADER: cannot be Authorization, in which API_KEYS are sent",
    ]);
    expect(readSettings(bearer).auth).toMatchObject({ proof: { header: "authorization" } });
    expect(readSettings({ AUTH_MODE: "proxy", ...assertion }).auth).toEqual({
      mode: "proxy",
      proof: {
        kind: "assertion",
        header: "x-jwt",
        jwksUrl: "https://proxy.example/jwks",
        audience: null,
      },
    });
    expect(readSettings({ AUTH_MODE: "proxy", ...secret }).auth).toEqual({
      mode: "proxy",
      proof: { kind: "secret", viewerHeader: "x-user", secretHeader: "x-secret", secret: LONG },
    });
  });
});
