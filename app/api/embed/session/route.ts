import type { EmbedSessionJson } from "#lib/contract/embed.ts";
import { exchangeToken } from "#lib/server/exchange-token.ts";
import { replyJson } from "#lib/server/reply.ts";
import { definePublicRoute } from "#lib/server/route.ts";
import { noteUse } from "#lib/server/watch.ts";

/** A portal's token against an embed session. Open to all: the token is the credential. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  POST: async (input) => {
    const { bearer, cookie, lifeS, claims } = await exchangeToken(input.runtime, input.request);
    const { kid, issuer, subject } = claims;
    await noteUse(input, { by: "embed", id: `${issuer}/${subject}` }, "embed-session", { kid });
    const session: EmbedSessionJson = { bearer, expiresIn: lifeS };
    return replyJson(session, 200, { "Set-Cookie": cookie });
  },
});
