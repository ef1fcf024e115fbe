import type { EmbedSessionJson } from "#lib/contract/embed.ts";
import { exchangeToken } from "#lib/server/exchange-token.ts";
import { replyJson } from "#lib/server/reply.ts";
import { definePublicRoute } from "#lib/server/route.ts";

/** A portal's token against an embed session. Open to all: the token is the credential. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePublicRoute({
  POST: async ({ runtime, request }) => {
    const { bearer, cookie, lifeS } = await exchangeToken(runtime, request);
    const session: EmbedSessionJson = { bearer, expiresIn: lifeS };
    return replyJson(session, 200, { "Set-Cookie": cookie });
  },
});
