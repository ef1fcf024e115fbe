import "server-only";
import type { FeishuDirectory } from "#lib/auth/providers/feishu.ts";
import type { FeishuSource } from "#lib/config/settings.ts";
import { readOwnTenant, readVisitor } from "#lib/feishu/directory.ts";
import { DEFAULT_MAX_BYTES } from "#lib/feishu/read-body.ts";
import type { CallObserver } from "#lib/feishu/request.ts";
import { createTokenProvider } from "#lib/feishu/token.ts";
import type { Clock } from "#lib/roster/ports.ts";

/** What sign-in asks of Feishu. The tenant of an app never changes: it is asked for once. */
export function createDirectory(
  { baseUrl, appId, appSecret }: FeishuSource,
  tenantKey: string | null,
  timeoutMs: number,
  deps: { readonly clock: Clock; readonly calls: CallObserver },
): FeishuDirectory {
  const calls = { clock: deps.clock, observer: deps.calls, maxBytes: DEFAULT_MAX_BYTES };
  const tokens = createTokenProvider({ baseUrl, appId, appSecret, timeoutMs }, calls);
  let known = tenantKey;
  return {
    readVisitor: (token) => readVisitor({ baseUrl, timeoutMs }, token, calls),
    ownTenant: async () => {
      known ??= await readOwnTenant({ baseUrl, timeoutMs }, tokens, calls);
      return known;
    },
  };
}
