import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings, SettingsError, secretsOf } from "./read-settings.ts";
import { desksOf } from "./settings.ts";
import type { Environment } from "./values.ts";

const DESK = {
  FEISHU_APP_ID: "cli_9f5343c580712544",
  FEISHU_APP_SECRET: "dskLLdkasdjlasdKK",
  FEISHU_HELPDESK_ID: "6542262",
  FEISHU_HELPDESK_TOKEN: "ht-37eda72b-cc5e",
  AUTH_MODE: "open",
} as const;
const SEVERAL = JSON.stringify([
  { key: "it", name: "IT", id: "1", token: "ht-1", timeZone: "Europe/Berlin" },
  { key: "hr", name: "HR", id: "2", token: "ht-2" },
]);
const { FEISHU_HELPDESK_ID: _id, FEISHU_HELPDESK_TOKEN: _token, ...APP } = DESK;
const LONG = "k".repeat(32);

/** The faults of an environment; none where it is sound. */
function faultsOf(environment: Environment): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe("sound settings", () => {
  test("none at all: the sample desk, on 127.0.0.1 alone, with the defaults of product.md", () => {
    expect(readSettings({})).toMatchObject({
      source: { kind: "sample", desk: { key: "main", name: "Helpdesk", timeZone: "Asia/Shanghai" } },
      refreshMs: 60_000,
      pollWhenIdle: false,
      timeoutMs: 8000,
      plans: new Map(),
      dataDir: ".data",
      databaseUrl: null,
      historyDays: 35,
      appUrl: "http://127.0.0.1:3000",
      basePath: "",
      trustProxyHops: 0,
      port: 3000,
      host: "127.0.0.1",
      logLevel: "info",
      auth: { mode: "open" },
      roles: { managers: [], admins: [] },
      sessionSecrets: [],
      sessionEpoch: 0,
      apiKeys: [],
    });
  });

  test("an empty value counts as unset", () => {
    expect(readSettings({ FEISHU_APP_ID: "", PORT: " ", HOST: "", AUTH_MODE: "" })).toEqual(readSettings({}));
  });

  test("the sample desk listens on 127.0.0.1 whatever HOST says", () => {
    expect(readSettings({ HOST: "0.0.0.0" }).host).toBe("127.0.0.1");
  });

  test("one desk", () => {
    const settings = readSettings({
      ...DESK,
      HELPDESK_NAME: "IT 服务台",
      HELPDESK_TIME_ZONE: "Europe/Berlin",
    });
    expect(settings.source).toEqual({
      kind: "feishu",
      baseUrl: "https://open.feishu.cn",
      accountsUrl: "https://accounts.feishu.cn",
      appId: DESK.FEISHU_APP_ID,
      appSecret: DESK.FEISHU_APP_SECRET,
      desks: [
        {
          desk: { key: "main", name: "IT 服务台", timeZone: "Europe/Berlin" },
          helpdeskId: DESK.FEISHU_HELPDESK_ID,
          helpdeskToken: DESK.FEISHU_HELPDESK_TOKEN,
        },
      ],
    });
    expect(settings.host).toBe("0.0.0.0");
  });

  test("several desks, in their order; HELPDESK_TIME_ZONE is the zone of those that name none", () => {
    const settings = readSettings({ ...APP, FEISHU_HELPDESKS: SEVERAL, HELPDESK_TIME_ZONE: "Asia/Kolkata" });
    expect(desksOf(settings)).toEqual([
      { key: "it", name: "IT", timeZone: "Europe/Berlin" },
      { key: "hr", name: "HR", timeZone: "Asia/Kolkata" },
    ]);
  });

  test.each([
    [{ PORT: "8080" }, { appUrl: "http://127.0.0.1:8080", port: 8080 }],
    [{ APP_BASE_PATH: "/rota" }, { appUrl: "http://127.0.0.1:3000/rota", basePath: "/rota" }],
    [{ APP_URL: "https://rota.example.com/" }, { appUrl: "https://rota.example.com" }],
    [{ APP_URL: "https://portal.example.com/rota/", APP_BASE_PATH: "/rota" }, { basePath: "/rota" }],
    [{ APP_URL: "http://rota.localhost:3000" }, { appUrl: "http://rota.localhost:3000" }],
    [{ APP_URL: "http://[::1]:3000" }, { appUrl: "http://[::1]:3000" }],
    [
      { REFRESH_SECONDS: "10", POLL_WHEN_IDLE: "true" },
      { refreshMs: 10_000, pollWhenIdle: true },
    ],
    [
      { PORT: "0", LOG_LEVEL: "silent", HISTORY_DAYS: "0" },
      { port: 0, logLevel: "silent", historyDays: 0 },
    ],
  ])("%o", (environment, expected) => {
    expect(readSettings(environment)).toMatchObject(expected);
  });

  test("what must appear in no log line is listed", () => {
    const keys = JSON.stringify([{ name: "cron", role: "viewer", key: LONG }]);
    const database = "postgresql://rota:pass-9@db.internal/rota";
    const settings = readSettings({ ...DESK, API_KEYS: keys, DATABASE_URL: database });
    const header = "NjU0MjI2MjpodC0zN2VkYTcyYi1jYzVl";
    expect(secretsOf(settings)).toEqual([
      DESK.FEISHU_APP_SECRET,
      DESK.FEISHU_HELPDESK_TOKEN,
      header,
      LONG,
      "pass-9",
    ]);
  });

  test.each([
    ["postgresql://rota:p%40ss%2d9@db/rota", ["p%40ss%2d9", "p@ss-9"]],
    ["postgresql://rota@db/rota?password=p%40ss%2d9", ["p%40ss%2d9", "p@ss-9"]],
    ["postgresql://rota@db/rota?a=b&password=a+b=1&password=p%40s", ["a+b=1", "p%40s", "a b=1", "p@s"]],
    ["postgresql://rota:100%@db/rota", ["100%"]],
    ["postgresql://rota@db/rota", []],
  ])("the password of %s as it is written, and as it is", (database, passwords) => {
    const known = secretsOf(readSettings(DESK));
    expect(secretsOf(readSettings({ ...DESK, DATABASE_URL: database })).slice(known.length)).toEqual(
      passwords,
    );
  });
});

describe("COVERAGE_FILE", () => {
  let folder: string;
  const write = (file: object) => {
    const path = join(folder, "plan.json");
    writeFileSync(path, JSON.stringify(file));
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "settings-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives every desk its plan", () => {
    const path = write({ openingHours: [], desks: { hr: { minimum: [{ agents: 1 }] } } });
    const { plans } = readSettings({ ...APP, FEISHU_HELPDESKS: SEVERAL, COVERAGE_FILE: path });
    expect(
      [...plans].map(([key, { openingHours, minimums }]) => [key, openingHours, minimums.length]),
    ).toEqual([
      ["it", [], 0],
      ["hr", [], 1],
    ]);
  });

  test.each([
    [{}, ["COVERAGE_FILE: desks.it: there is no desk of that key"]],
    [{ ...APP, FEISHU_HELPDESKS: SEVERAL }, ["COVERAGE_FILE: desks.main: there is no desk of that key"]],
    [{ ...APP, FEISHU_HELPDESKS: "[]" }, ["FEISHU_HELPDESKS: has no entry"]],
  ])("a plan for a desk that there is not is a fault (%#)", (environment, faults) => {
    const path = write({ desks: { main: {}, it: {} } });
    expect(faultsOf({ ...environment, COVERAGE_FILE: path })).toEqual(faults);
  });

  test("its faults are told with all others, by path", () => {
    const path = write({ minimum: [{ agents: 1, from: "sesame" }] });
    expect(faultsOf({ PORT: "x", COVERAGE_FILE: path })).toEqual([
      "COVERAGE_FILE: minimum[0].from: must be a time HH:MM from 00:00 to 23:59",
      expect.stringMatching(/^PORT: /),
    ]);
  });
});

describe("half a configuration", () => {
  test.each([
    [
      { FEISHU_APP_ID: "cli_1" },
      ["FEISHU_APP_SECRET", "FEISHU_HELPDESK_ID", "FEISHU_HELPDESK_TOKEN", "AUTH_MODE"],
    ],
    [
      { FEISHU_BASE_URL: "https://open.larksuite.com", AUTH_MODE: "open" },
      ["FEISHU_APP_ID", "FEISHU_APP_SECRET", "FEISHU_HELPDESK_ID", "FEISHU_HELPDESK_TOKEN"],
    ],
    [{ ...DESK, FEISHU_APP_SECRET: "" }, ["FEISHU_APP_SECRET"]],
    [{ ...DESK, FEISHU_HELPDESK_TOKEN: undefined }, ["FEISHU_HELPDESK_TOKEN"]],
    [{ FEISHU_HELPDESKS: SEVERAL, AUTH_MODE: "open" }, ["FEISHU_APP_ID", "FEISHU_APP_SECRET"]],
    [{ ...DESK, FEISHU_HELPDESKS: SEVERAL }, ["FEISHU_HELPDESKS"]],
    [{ ...DESK, AUTH_MODE: "" }, ["AUTH_MODE"]],
    [{ EMBED_KEYS: JSON.stringify([{ kid: "a", alg: "HS256", key: LONG }]) }, ["SESSION_SECRET"]],
    [{ PROXY_USER_HEADER: "x-user" }, ["PROXY_SECRET_HEADER", "PROXY_SECRET"]],
    [{ PROXY_JWT_HEADER: "x-jwt" }, ["PROXY_JWKS_URL"]],
    [{ PROXY_JWT_AUDIENCE: "rota" }, ["PROXY_JWT_HEADER"]],
    [{ AUTH_MODE: "feishu" }, ["SESSION_SECRET"]],
    [{ AUTH_MODE: "oidc" }, ["SESSION_SECRET", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]],
    [{ AUTH_MODE: "proxy" }, ["PROXY_JWT_HEADER"]],
    [{ AUTH_MODE: "proxy", PROXY_USER_HEADER: "x-user" }, ["PROXY_SECRET_HEADER", "PROXY_SECRET"]],
  ])("%o names each missing setting", (environment, names) => {
    expect(faultsOf(environment).map((fault) => fault.split(":")[0])).toEqual(names);
  });
});

/** Values that cannot be right; each holds the word sesame where it is long enough. */
const UNUSABLE: readonly (readonly [string, readonly string[]])[] = [
  ["PORT", ["70000", "-1", "3000.5", "sesame", "0x50", "3 000"]],
  ["HOST", ["sesame sesame", "http://sesame", "-sesame", "sesame/1"]],
  ["REFRESH_SECONDS", ["9", "3601", "1h", "sesame", "60.5", "1e2"]],
  ["POLL_WHEN_IDLE", ["1", "yes", "TRUE", "sesame"]],
  ["FEISHU_TIMEOUT_MS", ["0", "99", "sesame", "999999999999"]],
  ["HISTORY_DAYS", ["-1", "sesame"]],
  ["TRUST_PROXY_HOPS", ["-1", "sesame", "true"]],
  ["LOG_LEVEL", ["verbose", "INFO", "sesame"]],
  ["AUTH_MODE", ["none", "Open", "sesame"]],
  ["SESSION_EPOCH", ["-1", "sesame", "1.5"]],
  ["ALLOW_EMAIL_DOMAINS", ["@sesame.example", "a@sesame.example", "sesame", "*.sesame.example"]],
  ["HELPDESK_TIME_ZONE", ["Mars/Sesame", "+08:00", "sesame"]],
  ["HELPDESK_NAME", ["sesame\nsesame", `${"sesame".repeat(40)}`]],
  [
    "APP_URL",
    ["sesame", "ftp://sesame", "http://sesame.example.com", "https://a:sesame@b.example", "https://x?sesame"],
  ],
  [
    "FEISHU_BASE_URL",
    ["http://sesame.example.com", "open.feishu.cn", "https://", "http://10.0.0.1", "https://a b"],
  ],
  ["FEISHU_ACCOUNTS_URL", ["http://127.0.0.1.sesame.example", "sesame", "https://x#sesame"]],
  ["APP_BASE_PATH", ["sesame", "/sesame/", "/", "//sesame", "/can ary", "/../sesame"]],
  ["DATABASE_URL", ["mysql://sesame", "sesame", "postgresql://"]],
  [
    "EMBED_ORIGINS",
    ["*", "null", "https://*.sesame.example", "https://sesame.example/", "https://sesame.example/a"],
  ],
  [
    "EMBED_ORIGINS",
    ["https://Sesame.example", "http://sesame.example", "https://sesame.example:443", ",", "sesame"],
  ],
  ["SESSION_SECRET", ["sesame", `${LONG},sesame`, `"${LONG}sesame"`, ","]],
  ["PROXY_USER_HEADER", ["x sesame", "x-sesame:"]],
  ["PROXY_SECRET", ["sesame"]],
  ["FEISHU_APP_SECRET", [" sesame", "sesame\n", '"sesame"', "'sesame", "can\nary", "“sesame”"]],
  [
    "FEISHU_APP_SECRET",
    ["<sesame>", "xxx", "your-sesame", "changeme", "change_me", "$SESAME", "...", "TODO"],
  ],
  ["FEISHU_HELPDESKS", ["sesame", "{}", "[]", '"sesame"', "[sesame]", "[null]", '[{"sesame":1}]']],
  [
    "API_KEYS",
    ["sesame", '[{"name":"sesame","role":"boss","key":"sesame"}]', '[{"name":"","role":"viewer","key":1}]'],
  ],
  ["EMBED_KEYS", ['[{"kid":"sesame","alg":"none","key":"sesame"}]', "sesame"]],
];

describe("a value that cannot be right", () => {
  const cases = UNUSABLE.flatMap(([name, texts]) => texts.map((text) => [name, text] as const));
  test.each(cases)("%s=%j is told by its name, and never quoted", (name, text) => {
    const own = faultsOf({ ...DESK, [name]: text }).filter((fault) => fault.startsWith(`${name}: `));
    expect(own).not.toHaveLength(0);
    for (const fault of own) {
      expect(fault).not.toMatch(/sesame/i);
      expect(fault).toMatch(/^[A-Z_]+: [^\n]+$/);
    }
  });

  test("a misspelt zone is answered with the ones that come closest", () => {
    expect(faultsOf({ HELPDESK_TIME_ZONE: "Asia/Shangai" })[0]).toContain("did you mean Asia/Shanghai?");
    expect(faultsOf({ HELPDESK_TIME_ZONE: "berlin" })[0]).toContain("Europe/Berlin");
  });

  test("a JSON setting names the field by its path", () => {
    const desks = [
      { key: "it", name: "IT", id: "1", token: "ht-1", timeZone: "Asia/Shangai" },
      { key: "a b", name: 7, id: "<id>" },
    ];
    expect(faultsOf({ ...APP, FEISHU_HELPDESKS: JSON.stringify(desks) })).toEqual([
      expect.stringMatching(/^FEISHU_HELPDESKS: \[0\]\.timeZone is not a time zone/),
      "FEISHU_HELPDESKS: [1].key must be 1 to 64 letters, digits, _ . or -",
      "FEISHU_HELPDESKS: [1].name must be text",
      "FEISHU_HELPDESKS: [1].id is still a placeholder; write the real value",
      "FEISHU_HELPDESKS: [1].token is missing",
    ]);
  });

  test("two desks cannot share a key or an id", () => {
    const desk = { key: "it", name: "IT", id: "1", token: "ht-1" };
    const faults = faultsOf({ ...APP, FEISHU_HELPDESKS: JSON.stringify([desk, { ...desk, name: "Other" }]) });
    expect(faults).toEqual([
      "FEISHU_HELPDESKS: [1].key is the same as [0].key",
      "FEISHU_HELPDESKS: [1].id is the same as [0].id",
    ]);
  });

  test("the address must hold the base path", () => {
    const faults = faultsOf({ APP_URL: "https://portal.example.com", APP_BASE_PATH: "/rota" });
    expect(faults).toEqual(["APP_URL: its path must be that of APP_BASE_PATH"]);
  });
});

test("every fault is told in one go, in the order of the schema", () => {
  const faults = faultsOf({ FEISHU_APP_ID: "cli_1", REFRESH_SECONDS: "5", PORT: "x", LOG_LEVEL: "loud" });
  expect(faults.map((fault) => fault.split(":")[0])).toEqual([
    "REFRESH_SECONDS",
    "PORT",
    "LOG_LEVEL",
    "FEISHU_APP_SECRET",
    "FEISHU_HELPDESK_ID",
    "FEISHU_HELPDESK_TOKEN",
    "AUTH_MODE",
  ]);
});
