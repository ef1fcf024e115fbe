import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createFeishuProvider, type FeishuDirectory } from "#lib/auth/providers/feishu.ts";
import type { Attempt } from "#lib/auth/sign-in-attempt.ts";
import type { FeishuSource } from "#lib/config/settings.ts";
import { AUTHORIZE_PATH, CODE_EXCHANGE_PATH, TENANT_PATH } from "#lib/feishu/wire.ts";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { createDirectory } from "./feishu-directory.ts";
import { systemClock } from "./system-clock.ts";

/** The way to Feishu and back over real HTTP, against the sample desk. */

const APP_URL = "http://127.0.0.1:3000";
const ATTEMPT: Attempt = {
  provider: "feishu",
  state: "s".repeat(43),
  nonce: "",
  verifier: "v".repeat(43),
  next: "/",
  startedAt: 0,
};

let feishu: SampleDesk;
beforeAll(async () => {
  feishu = await startSampleDesk();
});
beforeEach(() => feishu.control.clearJournal());
afterAll(() => feishu.close());

function openProvider(tenantKey: string | null = null, more: Partial<FeishuDirectory> = {}) {
  const { url, appId, appSecret } = feishu;
  const source: FeishuSource = {
    kind: "feishu",
    baseUrl: url,
    accountsUrl: url,
    appId,
    appSecret,
    desks: [],
  };
  const deps = { clock: systemClock, calls: { onCall: () => {} } };
  const addresses = { authorizeUrl: url + AUTHORIZE_PATH, tokenUrl: url + CODE_EXCHANGE_PATH };
  const directory = { ...createDirectory(source, tenantKey, 5_000, deps), ...more };
  return createFeishuProvider({ ...addresses, appId, appSecret, appUrl: APP_URL }, directory);
}

/** What Feishu sends the browser back with once `visitor` was chosen. */
async function choose(
  visitor: string,
  provider = openProvider(),
  attempt = ATTEMPT,
): Promise<URLSearchParams> {
  const address = new URL(await provider.addressFor(attempt));
  address.searchParams.set("visitor", visitor);
  const answer = await fetch(address, { redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "").searchParams;
}

describe("sign-in with Feishu", () => {
  test("tells who came, by JSON with a verifier and without HTTP Basic", async () => {
    const provider = openProvider();
    const identity = await provider.recognise(await choose("ou_lin", provider), ATTEMPT);
    expect(identity).toEqual({
      id: "ou_lin",
      name: "林静",
      email: "lin.jing@chenxing.example",
      groups: [],
    });
    const exchange = feishu.control.journal().find(({ url }) => url === CODE_EXCHANGE_PATH);
    expect(exchange?.headers).not.toHaveProperty("authorization");
    expect(JSON.parse(exchange?.body ?? "")).toMatchObject({
      grant_type: "authorization_code",
      code_verifier: ATTEMPT.verifier,
      redirect_uri: `${APP_URL}/api/auth/feishu/callback`,
    });
  });

  test("asks for the app's tenant once, and not where a setting names it", async () => {
    const provider = openProvider();
    for (const visitor of ["ou_lin", "ou_zhao"])
      await provider.recognise(await choose(visitor, provider), ATTEMPT);
    const asked = () => feishu.control.journal().filter(({ url }) => url === TENANT_PATH).length;
    expect(asked()).toBe(1);
    const other = openProvider("ffffffffffffffff");
    expect(await other.recognise(await choose("ou_guest", other), ATTEMPT)).toMatchObject({ id: "ou_guest" });
    expect(asked()).toBe(1);
  });

  test("somebody of another tenant is refused", async () => {
    const provider = openProvider();
    await expect(provider.recognise(await choose("ou_guest", provider), ATTEMPT)).rejects.toThrow(
      "another tenant",
    );
  });

  test("nobody is let in while the tenant cannot be asked for", async () => {
    const provider = openProvider(null, {
      ownTenant: () => Promise.reject(new Error("tenant:tenant:readonly is missing")),
    });
    await expect(provider.recognise(await choose("ou_lin", provider), ATTEMPT)).rejects.toThrow("is missing");
  });

  test("a code is good once, and with its own verifier and state alone", async () => {
    const provider = openProvider();
    const search = await choose("ou_lin", provider);
    await expect(provider.recognise(search, { ...ATTEMPT, verifier: "w".repeat(43) })).rejects.toThrow();
    const second = await choose("ou_lin", provider);
    await expect(provider.recognise(second, { ...ATTEMPT, state: "t".repeat(43) })).rejects.toThrow();
    await provider.recognise(second, ATTEMPT);
    await expect(provider.recognise(second, ATTEMPT)).rejects.toThrow();
  });

  test("a refusal at Feishu is one here", async () => {
    const provider = openProvider();
    await expect(provider.recognise(await choose("", provider), ATTEMPT)).rejects.toThrow();
  });
});
