import { afterEach, describe, expect, it } from "vitest";
import { AGENT_SCHEDULES_PATH, HELPDESK_HEADER, LOG_ID_HEADER, TOKEN_PATH } from "#lib/feishu/wire.ts";
import { type SampleDesk, type SampleDeskOptions, startSampleDesk } from "./server.ts";

const MINUTE_MS = 60_000;
const START_AT = Date.parse("2026-11-19T17:20:00+08:00");

const open: SampleDesk[] = [];
async function start(options: SampleDeskOptions = {}): Promise<SampleDesk> {
  const desk = await startSampleDesk(options);
  open.push(desk);
  return desk;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((desk) => desk.close()));
});

async function post(desk: SampleDesk, body: string) {
  const response = await fetch(`${desk.url}${TOKEN_PATH}`, { method: "POST", body });
  return { status: response.status, body: await response.json() };
}

async function tokenOf(desk: SampleDesk): Promise<string> {
  const { body } = await post(desk, JSON.stringify({ app_id: desk.appId, app_secret: desk.appSecret }));
  return body.tenant_access_token;
}

const credential = (id: string, token: string) => Buffer.from(`${id}:${token}`).toString("base64");

async function list(desk: SampleDesk, query: string, headers: Record<string, string>) {
  const response = await fetch(`${desk.url}${AGENT_SCHEDULES_PATH}${query}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function headersFor(desk: SampleDesk): Promise<Record<string, string>> {
  return {
    authorization: `Bearer ${await tokenOf(desk)}`,
    [HELPDESK_HEADER]: credential(desk.helpdeskId, desk.helpdeskToken),
  };
}

describe("the token endpoint", () => {
  it("answers flat, and gives the same token with a shorter life while 30 minutes remain", async () => {
    let now = START_AT;
    const desk = await start({ now: () => now });
    const credentials = JSON.stringify({ app_id: desk.appId, app_secret: desk.appSecret });
    const first = (await post(desk, credentials)).body;
    expect(first).toEqual({
      code: 0,
      msg: "success",
      tenant_access_token: expect.stringMatching(/^t-\w{30}$/),
      expire: 7200,
    });
    now += 89 * MINUTE_MS;
    expect((await post(desk, credentials)).body).toEqual({ ...first, expire: 31 * 60 });
    now += 2 * MINUTE_MS;
    const renewed = (await post(desk, credentials)).body;
    expect(renewed.tenant_access_token).not.toBe(first.tenant_access_token);
    const headers = { ...(await headersFor(desk)), authorization: `Bearer ${first.tenant_access_token}` };
    expect((await list(desk, "?status=4", headers)).body.code).toBe(0);
    now += 29 * MINUTE_MS;
    expect((await list(desk, "?status=4", headers)).body.code).toBe(99991663);
  });

  it.each([
    ["an unknown app", '{"app_id":"cli_other","app_secret":"sample-app-secret"}', 10003],
    ["a wrong secret", '{"app_id":"cli_sample","app_secret":"x"}', 10014],
    ["no JSON", "app_id=cli_sample", 10003],
    ["nothing", "", 10003],
  ])("refuses %s", async (_, body, code) => {
    const desk = await start();
    expect((await post(desk, body)).body.code).toBe(code);
  });
});

describe("the list of schedules", () => {
  it("filters by the repeated status", async () => {
    const desk = await start({ now: () => START_AT });
    const headers = await headersFor(desk);
    const ask = async (query: string) => (await list(desk, query, headers)).body.data.agent_schedules;
    const statuses = async (query: string) => [
      ...new Set((await ask(query)).map((r: { status: number }) => r.status)),
    ];
    expect(await ask("?status=1&status=2&status=3")).toHaveLength(60);
    expect((await statuses("?status=1")).sort()).toEqual([1, 7]);
    expect((await statuses("?status=2&status=3")).sort()).toEqual([2, 3, 7]);
    expect(await ask("?status=4")).toHaveLength(2);
    expect(await ask("?status=1&status=2&status=3&status=4")).toHaveLength(62);
  });

  it.each([
    ["no token", "?status=1", { authorization: "" }, 400, 99991661],
    ["a made-up token", "?status=1", { authorization: "Bearer t-0" }, 400, 99991663],
    ["a wrong helpdesk token", "?status=1", { [HELPDESK_HEADER]: credential("7001", "ht-no") }, 401, 154001],
    ["no helpdesk header", "?status=1", { [HELPDESK_HEADER]: "" }, 401, 154001],
    ["no status", "", {}, 400, 154000],
    ["a status in brackets", "?status%5B%5D=1", {}, 400, 154000],
    ["status 5", "?status=5", {}, 400, 154000],
  ])("refuses %s", async (_, query, override, status, code) => {
    const desk = await start();
    const headers = { ...(await headersFor(desk)), ...override };
    expect(await list(desk, query, headers)).toMatchObject({ status, body: { code } });
  });

  it("accepts the helpdesk header bare, as documented, and with Bearer, as the official SDK sends it", async () => {
    const desk = await start();
    const headers = await headersFor(desk);
    const withBearer = { ...headers, [HELPDESK_HEADER]: `Bearer ${headers[HELPDESK_HEADER]}` };
    expect((await list(desk, "?status=4", headers)).body.code).toBe(0);
    expect((await list(desk, "?status=4", withBearer)).body.code).toBe(0);
  });

  it("gives every answer a log id of its own, and packs large ones for who can read that", async () => {
    const desk = await start();
    const headers = await headersFor(desk);
    const first = await list(desk, "?status=1", headers);
    const second = await list(desk, "?status=1", { ...headers, "accept-encoding": "identity" });
    expect(first.headers.get(LOG_ID_HEADER)).toMatch(/^[0-9A-F]{32}$/);
    expect(second.headers.get(LOG_ID_HEADER)).not.toBe(first.headers.get(LOG_ID_HEADER));
    expect(first.headers.get("content-encoding")).toBe("gzip");
    expect(second.headers.get("content-encoding")).toBeNull();
    expect(second.body).toEqual(first.body);
  });

  it("remembers its answer for as long as nothing changes, and no longer", async () => {
    let now = START_AT;
    const desk = await start({ size: 300, now: () => now });
    const headers = await headersFor(desk);
    const all = "?status=1&status=2&status=3";
    const statusesNow = async () => {
      const { body } = await list(desk, all, headers);
      return body.data.agent_schedules.map(({ status }: { status: number }) => status);
    };
    const first = await statusesNow();
    expect(await statusesNow()).toEqual(first);
    now += MINUTE_MS;
    expect(await statusesNow()).not.toEqual(first);
    now -= MINUTE_MS;
    expect(await statusesNow()).toEqual(first);

    const own = [{ status: 1, agent: { id: "a" } }];
    desk.control.setRecords("present", own);
    expect(await statusesNow()).toEqual([1]);
    for (const record of own) record.status = 2;
    expect(await statusesNow()).toEqual([2]);
  });

  it("keeps several desks apart by their credentials", async () => {
    const desks = [
      { helpdeskId: "a", helpdeskToken: "ht-a", size: 3 },
      { helpdeskId: "b", helpdeskToken: "ht-b", size: 5 },
    ];
    const desk = await start({ desks });
    const headers = await headersFor(desk);
    const all = "?status=1&status=2&status=3";
    expect((await list(desk, all, headers)).body.data.agent_schedules).toHaveLength(3);
    const second = { ...headers, [HELPDESK_HEADER]: credential("b", "ht-b") };
    expect((await list(desk, all, second)).body.data.agent_schedules).toHaveLength(5);
    const mixed = { ...headers, [HELPDESK_HEADER]: credential("a", "ht-b") };
    expect((await list(desk, all, mixed)).body.code).toBe(154001);
  });

  it("knows no other address and no other method", async () => {
    const desk = await start();
    expect((await fetch(`${desk.url}/open-apis/helpdesk/v1/tickets`)).status).toBe(404);
    expect((await fetch(`${desk.url}${TOKEN_PATH}`)).status).toBe(404);
    expect((await fetch(`${desk.url}${AGENT_SCHEDULES_PATH}`, { method: "POST" })).status).toBe(404);
  });
});
