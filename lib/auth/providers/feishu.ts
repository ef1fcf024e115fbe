import "server-only";
import * as client from "openid-client";
import type { Identity } from "../identity.ts";
import type { Provider } from "../sign-in.ts";

export interface FeishuSettings {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly appUrl: string;
}

/** What Feishu tells about people and tenants; lib/feishu asks it. Every method rejects where Feishu does not answer. */
export interface FeishuDirectory {
  /** Whose token this is. */
  readVisitor(token: string): Promise<Visitor>;
  /** The key of the only tenant whose people are let in. */
  ownTenant(): Promise<string>;
}

export interface Visitor {
  readonly openId: string;
  readonly tenantKey: string;
  readonly name: string | null;
  /** Given by the company, unlike the email that people write into their profile themselves. */
  readonly companyEmail: string | null;
}

/** Of the call to the token endpoint. */
const TIMEOUT_S = 10;

/**
 * Sign-in with Feishu: OAuth with PKCE on metadata that Feishu does not publish. It has no ID token, so one call
 * tells who came; its token is used for that call alone and kept nowhere.
 */
export function createFeishuProvider(settings: FeishuSettings, directory: FeishuDirectory): Provider {
  const config = configure(settings);
  const redirectUri = `${settings.appUrl}/api/auth/feishu/callback`;
  return {
    name: "feishu",
    addressFor: async ({ state, verifier }) => {
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        state,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return address.href;
    },
    recognise: async (search, { state, verifier }) => {
      const { access_token: token } = await client.authorizationCodeGrant(
        config,
        new URL(`${redirectUri}?${search}`),
        { expectedState: state, pkceCodeVerifier: verifier },
      );
      const [visitor, tenant] = await Promise.all([directory.readVisitor(token), directory.ownTenant()]);
      if (visitor.tenantKey !== tenant) throw new Error("They are of another tenant.");
      return toIdentity(visitor);
    },
  };
}

function toIdentity({ openId, name, companyEmail }: Visitor): Identity {
  return { id: openId, name, email: companyEmail, groups: [] };
}

function configure({ authorizeUrl, tokenUrl, appId, appSecret }: FeishuSettings): client.Configuration {
  const server = {
    issuer: new URL(authorizeUrl).origin,
    authorization_endpoint: authorizeUrl,
    token_endpoint: tokenUrl,
  };
  const config = new client.Configuration(server, appId, undefined, client.ClientSecretPost(appSecret));
  config.timeout = TIMEOUT_S;
  config[client.customFetch] = sendAsJson;
  // Only this machine may be named with http: (lib/config/address-kinds.ts).
  if (tokenUrl.startsWith("http:")) client.allowInsecureRequests(config);
  return config;
}

/** Feishu documents its token endpoint with JSON, where OAuth has a form. */
const sendAsJson: client.CustomFetch = (url, { body, headers, method, signal }) =>
  fetch(url, {
    method,
    redirect: "manual",
    ...(signal === undefined ? {} : { signal }),
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body instanceof URLSearchParams ? Object.fromEntries(body) : {}),
  });
