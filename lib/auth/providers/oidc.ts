import "server-only";
import * as client from "openid-client";
import * as z from "zod/mini";
import type { Identity } from "../identity.ts";
import type { Provider } from "../sign-in.ts";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appUrl: string;
  /** The groups that a setting names. Others are dropped: a cookie must not grow with a company's chart. */
  readonly knownGroups: readonly string[];
}

/** Of each call to the provider. */
const TIMEOUT_S = 10;

const claimsSchema = z.object({
  sub: z.string().check(z.minLength(1)),
  name: z.catch(z.nullable(z.string()), null),
  email: z.catch(z.nullable(z.string()), null),
  email_verified: z.catch(z.nullable(z.boolean()), null),
  groups: z.catch(z.nullable(z.array(z.string())), null),
});
type Claims = z.infer<typeof claimsSchema>;

/** Sign-in by OpenID Connect: discovery, PKCE, state, nonce, and the checks of issuer and signature by openid-client. */
export function createOidcProvider(settings: OidcSettings): Provider {
  const discover = keepFirst(() => discoverIssuer(settings));
  const redirectUri = `${settings.appUrl}/api/auth/oidc/callback`;
  return {
    name: "oidc",
    addressFor: async ({ state, nonce, verifier }) => {
      const config = await discover();
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopeFor(config),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return address.href;
    },
    recognise: async (search, { state, nonce, verifier }) => {
      const config = await discover();
      const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}?${search}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const inToken = claimsSchema.parse(tokens.claims());
      return toIdentity(await complete(config, tokens.access_token, inToken), settings.knownGroups);
    },
  };
}

async function discoverIssuer({
  issuer,
  clientId,
  clientSecret,
}: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  const execute = [
    // Without it openid-client trusts the wire that an ID token came by, and looks at no signature.
    client.enableNonRepudiationChecks,
    // Only this machine may be named with http: (lib/config/address-kinds.ts).
    ...(url.protocol === "http:" ? [client.allowInsecureRequests] : []),
  ];
  return client.discovery(url, clientId, undefined, authenticateBy(clientSecret), {
    execute,
    timeout: TIMEOUT_S,
  });
}

/** In the header, as OAuth has it by default; in the body where the provider lists that alone. */
function authenticateBy(secret: string): client.ClientAuth {
  const [inHeader, inBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const listed = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (listed.includes("client_secret_basic") ? inHeader : inBody)(server, ...rest);
  };
}

/** `groups` is asked for where the provider knows it: an unknown scope is an error at some. */
function scopeFor(config: client.Configuration): string {
  const known = config.serverMetadata().scopes_supported ?? [];
  return ["openid", "profile", "email", ...(known.includes("groups") ? ["groups"] : [])].join(" ");
}

/** Many providers keep the token small and tell the rest at their userinfo endpoint. */
async function complete(config: client.Configuration, token: string, inToken: Claims): Promise<Claims> {
  const isWhole = inToken.email !== null && inToken.groups !== null && inToken.name !== null;
  if (isWhole || config.serverMetadata().userinfo_endpoint === undefined) return inToken;
  const told = claimsSchema.parse(await client.fetchUserInfo(config, token, inToken.sub));
  // An email and whether it is verified belong together.
  const mail = inToken.email === null ? told : inToken;
  return {
    sub: inToken.sub,
    name: inToken.name ?? told.name,
    email: mail.email,
    email_verified: mail.email_verified,
    groups: inToken.groups ?? told.groups,
  };
}

function toIdentity(claims: Claims, knownGroups: readonly string[]): Identity {
  return {
    id: claims.sub,
    name: claims.name,
    email: claims.email_verified === true ? claims.email : null,
    groups: (claims.groups ?? []).filter((group) => knownGroups.includes(group)),
  };
}

/** Asks once and keeps the answer; a failure is forgotten, so that the next who asks tries again. */
function keepFirst<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= ask().catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
