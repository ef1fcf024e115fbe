import { beforeEach, describe, expect, test } from "vitest";
import { EmbedBridge } from "./embed-bridge.ts";

const PORTAL = "https://portal.example.com";
const OTHER = "https://wiki.example.com";
const PARENT = { name: "the window around the frame" };
const TOKEN = { ns: "helpdesk-rota", v: 1, type: "token", token: "a.b.c" };

let nowMs: number;
let posted: (readonly [object, string])[];
beforeEach(() => {
  nowMs = 0;
  posted = [];
});

const open = (parentOrigin: string | null = null, origins: readonly string[] = [PORTAL, OTHER]) =>
  new EmbedBridge(
    {
      parent: PARENT,
      parentOrigin,
      post: (message, origin) => posted.push([message, origin]),
      nowMs: () => nowMs,
    },
    origins,
  );
const from = (origin: string, data: unknown, source: unknown = PARENT) =>
  ({ source, origin, data }) as unknown as MessageEvent;

describe("what comes in", () => {
  test.each<[string, object]>([
    ["a token", TOKEN],
    [
      "a wish",
      { ns: "helpdesk-rota", v: 1, type: "set", theme: "dark", lang: "en", zone: "UTC", view: "now" },
    ],
    ["no wish at all", { ns: "helpdesk-rota", v: 1, type: "set" }],
  ])("%s from the portal is taken as it is", (_, data) => {
    expect(open().read(from(PORTAL, data))).toEqual(data);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["text", JSON.stringify(TOKEN)],
    ["another's message", { type: "webpackOk" }],
    ["another namespace", { ...TOKEN, ns: "CAL" }],
    ["another version", { ...TOKEN, v: 2 }],
    ["an unknown type", { ...TOKEN, type: "navigate" }],
    ["a type of ours", { ns: "helpdesk-rota", v: 1, type: "resize", height: 9 }],
    ["a token that is no text", { ...TOKEN, token: { toString: "a" } }],
    ["a token without end", { ...TOKEN, token: "a".repeat(20_000) }],
    ["a theme that there is not", { ns: "helpdesk-rota", v: 1, type: "set", theme: "red" }],
    ["a view that there is not", { ns: "helpdesk-rota", v: 1, type: "set", view: "status" }],
    ["a zone without end", { ns: "helpdesk-rota", v: 1, type: "set", zone: "A".repeat(65) }],
  ])("%s is ignored", (_, data) => {
    expect(open().read(from(PORTAL, data))).toBeNull();
  });

  test.each([
    "https://evil.example",
    "http://portal.example.com",
    "https://portal.example.com:8443",
    "https://portal.example.com.evil.example",
    "null",
    "",
  ])("a message from %j is ignored", (origin) => {
    expect(open().read(from(origin, TOKEN))).toBeNull();
  });

  test.each([
    ["a sibling", { name: "another frame" }],
    ["nobody", null],
  ])("a message of %s is ignored, also from the portal's origin", (_, source) => {
    expect(open().read(from(PORTAL, TOKEN, source))).toBeNull();
  });

  test("of a flood only the beginning is taken, and later messages again", () => {
    const bridge = open();
    const taken = Array.from({ length: 1_000 }, () => bridge.read(from(PORTAL, TOKEN))).filter(Boolean);
    expect(taken).toHaveLength(30);
    nowMs = 10_000;
    expect(bridge.read(from(PORTAL, TOKEN))).toEqual(TOKEN);
  });

  test("a flood from elsewhere does not silence the portal", () => {
    const bridge = open();
    for (let i = 0; i < 1_000; i++) bridge.read(from("https://evil.example", TOKEN));
    expect(bridge.read(from(PORTAL, TOKEN))).toEqual(TOKEN);
  });
});

describe("what goes out", () => {
  const READY = { ns: "helpdesk-rota", v: 1, type: "ready" };

  test("goes to the portal alone where the browser says who that is", () => {
    open(PORTAL).tell({ type: "ready" });
    expect(posted).toEqual([[READY, PORTAL]]);
  });

  test.each([null, "https://evil.example"])(
    "with %j around goes to the listed origins, and never to all",
    (origin) => {
      open(origin).tell({ type: "ready" });
      expect(posted).toEqual([
        [READY, PORTAL],
        [READY, OTHER],
      ]);
    },
  );

  test("goes to the origin that spoke first, once one has", () => {
    const bridge = open();
    bridge.read(from(OTHER, TOKEN));
    bridge.tell({ type: "resize", height: 600 });
    expect(posted).toEqual([[{ ns: "helpdesk-rota", v: 1, type: "resize", height: 600 }, OTHER]]);
  });
});
