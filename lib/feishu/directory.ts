import "server-only";
import * as z from "zod/mini";
import { FeishuError, isTokenRejection } from "./errors.ts";
import { type RequestDeps, sendRequest } from "./request.ts";
import type { TokenProvider } from "./token.ts";
import { TENANT_PATH, VISITOR_PATH } from "./wire.ts";

/** Who signs in, and to which company the app belongs: all that sign-in asks of Feishu beside OAuth. */

export interface Visitor {
  readonly openId: string;
  readonly tenantKey: string;
  readonly name: string | null;
  /** Of Feishu's mail service; null without one, and without the scope. */
  readonly companyEmail: string | null;
}

export interface DirectoryAccess {
  readonly baseUrl: string;
  /** Deadline of one call. */
  readonly timeoutMs: number;
}

const text = z.string().check(z.minLength(1));
const optionalText = z.catch(z.nullable(text), null);
const visitorSchema = z.object({
  open_id: text,
  tenant_key: text,
  name: optionalText,
  enterprise_email: optionalText,
});
const tenantSchema = z.object({ tenant: z.object({ tenant_key: text }) });

/** Whose token this is. @throws FeishuError */
export async function readVisitor(
  { baseUrl, timeoutMs }: DirectoryAccess,
  token: string,
  deps: RequestDeps,
): Promise<Visitor> {
  const data = await get(
    `${baseUrl}${VISITOR_PATH}`,
    "user_info",
    token,
    AbortSignal.timeout(timeoutMs),
    deps,
  );
  const read = visitorSchema.safeParse(data);
  if (!read.success) throw new FeishuError("shape", "The answer names nobody.");
  const { open_id: openId, tenant_key: tenantKey, name, enterprise_email: companyEmail } = read.data;
  return { openId, tenantKey, name, companyEmail };
}

/** The key of the tenant that the app belongs to. It needs the scope `tenant:tenant:readonly`. @throws FeishuError */
export async function readOwnTenant(
  { baseUrl, timeoutMs }: DirectoryAccess,
  tokens: TokenProvider,
  deps: RequestDeps,
): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  const token = await tokens.take(signal);
  try {
    const read = tenantSchema.safeParse(await get(`${baseUrl}${TENANT_PATH}`, "tenant", token, signal, deps));
    if (!read.success) throw new FeishuError("shape", "The answer names no tenant.");
    return read.data.tenant.tenant_key;
  } catch (error) {
    // The next sign-in begins with a new one.
    if (error instanceof FeishuError && isTokenRejection(error)) tokens.drop(token);
    throw error;
  }
}

async function get(
  url: string,
  endpoint: "user_info" | "tenant",
  token: string,
  signal: AbortSignal,
  deps: RequestDeps,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}` };
  const { envelope } = await sendRequest({ endpoint, url, method: "GET", headers, signal }, deps);
  return envelope.data;
}
