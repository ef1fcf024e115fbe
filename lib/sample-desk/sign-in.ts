import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { AUTHORIZE_PATH, CODE, CODE_EXCHANGE_PATH, TENANT_PATH, VISITOR_PATH } from "#lib/feishu/wire.ts";
import { type Answer, envelope, text, withHeaders } from "./answer.ts";
import type { GatewayRequest } from "./gateway.ts";
import { hexOf } from "./seeded.ts";
import type { AppCredentials } from "./tokens.ts";
import { SAMPLE_TENANT, type SampleVisitor } from "./visitors.ts";

/** Feishu as a place to sign in: OAuth with PKCE, and what its API tells of who came. */
export interface SignInDesk {
  /** Null: the address is none of sign-in's. `isTenantToken` judges the tokens of the app itself. */
  answer(request: GatewayRequest, isTenantToken: (token: string) => boolean): Answer | null;
}

interface SignInWorld {
  now(): number;
  visitors(): readonly SampleVisitor[];
}

interface IssuedCode {
  readonly visitor: SampleVisitor;
  readonly redirectUri: string;
  /** Of PKCE, S256; null: the code was asked for without. */
  readonly challenge: string | null;
  readonly endAt: number;
}

/** As Feishu documents it: a code lives five minutes, and is good once. */
const CODE_LIFE_MS = 5 * 60_000;

const exchangeSchema = z.object({
  grant_type: z.literal("authorization_code"),
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.optional(z.string()),
});

export function createSignInDesk(app: AppCredentials, world: SignInWorld): SignInDesk {
  const codes = new Map<string, IssuedCode>();
  const tokens = new Map<string, SampleVisitor>();
  let count = 0;
  const makeSecret = (prefix: string) => `${prefix}-${hexOf(30, ++count, world.now())}`;

  /** The page on which one says who one is; with `visitor` in its address, that one's code. */
  function authorize(url: URL): Answer {
    const asked = Object.fromEntries(url.searchParams);
    const { client_id, redirect_uri = "", visitor: openId, code_challenge = null } = asked;
    if (client_id !== app.appId || !URL.canParse(redirect_uri)) return text(400, "bad request", "text/plain");
    if (openId === undefined) return choosePage(url, world.visitors());
    const back = new URL(redirect_uri);
    back.searchParams.set("state", asked.state ?? "");
    const visitor = world.visitors().find((one) => one.openId === openId);
    if (visitor === undefined) back.searchParams.set("error", "access_denied");
    else {
      const code = makeSecret("code");
      const endAt = world.now() + CODE_LIFE_MS;
      codes.set(code, { visitor, redirectUri: redirect_uri, challenge: code_challenge, endAt });
      back.searchParams.set("code", code);
    }
    return withHeaders(text(302, ""), { location: back.href });
  }

  function exchange({ body, headers }: GatewayRequest): Answer {
    const read = exchangeSchema.safeParse(readFields(body, headers["content-type"] ?? ""));
    if (!read.success) return refuse("invalid_request");
    const { client_id, client_secret, code, redirect_uri, code_verifier = "" } = read.data;
    if (client_id !== app.appId || client_secret !== app.appSecret) return refuse("invalid_client");
    const issued = codes.get(code);
    codes.delete(code);
    const isGood = issued !== undefined && issued.endAt > world.now() && issued.redirectUri === redirect_uri;
    if (!isGood || !fitsChallenge(code_verifier, issued.challenge)) return refuse("invalid_grant");
    const token = makeSecret("u");
    tokens.set(token, issued.visitor);
    return envelope(CODE.ok, { access_token: token, token_type: "Bearer", expires_in: 7200, scope: "" });
  }

  function tellVisitor(token: string): Answer {
    const visitor = tokens.get(token);
    if (visitor === undefined) return envelope(CODE.viewerTokenInvalid);
    const { openId, name, tenantKey, companyEmail } = visitor;
    const data = {
      open_id: openId,
      name,
      en_name: name,
      tenant_key: tenantKey,
      enterprise_email: companyEmail,
    };
    return envelope(CODE.ok, { data });
  }

  return {
    answer: (request, isTenantToken) => {
      const url = new URL(request.url, "http://desk");
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
      switch (`${request.method} ${url.pathname}`) {
        case `GET ${AUTHORIZE_PATH}`:
          return authorize(url);
        case `POST ${CODE_EXCHANGE_PATH}`:
          return exchange(request);
        case `GET ${VISITOR_PATH}`:
          return tellVisitor(token);
        case `GET ${TENANT_PATH}`:
          return isTenantToken(token)
            ? envelope(CODE.ok, { data: { tenant: { name: "辰星", tenant_key: SAMPLE_TENANT } } })
            : envelope(CODE.tenantTokenInvalid);
        default:
          return null;
      }
    },
  };
}

const refuse = (error: string) =>
  text(400, JSON.stringify({ code: 20_000, error, error_description: error }));

/** Feishu documents JSON; OAuth's own libraries send a form, which its samples do too. */
function readFields(body: string, contentType: string): unknown {
  if (!contentType.includes("json")) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function fitsChallenge(verifier: string, challenge: string | null): boolean {
  return challenge === null || createHash("sha256").update(verifier).digest("base64url") === challenge;
}

function choosePage(url: URL, visitors: readonly SampleVisitor[]): Answer {
  const linkTo = (openId: string, name: string) => {
    const to = new URL(url);
    to.searchParams.set("visitor", openId);
    return `<li><a href="${escapeHtml(to.pathname + to.search)}">${escapeHtml(name)}</a></li>`;
  };
  const links = [...visitors.map(({ openId, name }) => linkTo(openId, name)), linkTo("", "Refuse")];
  const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Sample Feishu</title><ul>${links.join("")}</ul>`;
  return text(200, page, "text/html; charset=utf-8");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (raw: string) => raw.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
