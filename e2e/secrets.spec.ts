import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  as,
  CLOSED,
  claimsFor,
  EMBED_KEY,
  HELD_PAGES,
  PROXY_SECRET,
  SESSION_SECRET,
  signToken,
  test,
  VIEWER_KEY,
} from "./fixtures/closed.ts";
import { ask } from "./fixtures/raw-http.ts";
import { expect } from "./fixtures/test.ts";

/** Secrets are looked for wherever one might come out: what browsers load, every page, and the log of a bad day. */

const BUILD = join(import.meta.dirname, "../.next");

test.use({ productOptions: CLOSED });

const secretsOf = ({ appSecret, helpdeskToken }: { appSecret: string; helpdeskToken: string }) => {
  const plain = [appSecret, helpdeskToken, PROXY_SECRET, SESSION_SECRET, EMBED_KEY.key, VIEWER_KEY];
  return [...plain, ...plain.map((text) => Buffer.from(text).toString("base64").replace(/=+$/, ""))];
};

test("no file of the build that a browser may load holds one, nor its source", ({ product }) => {
  const files = globSync(["static/**/*", "../public/**/*"], { cwd: BUILD, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const text = readFileSync(join(file.parentPath, file.name), "latin1");
    expect(
      secretsOf(product.feishu).filter((secret) => text.includes(secret)),
      file.name,
    ).toEqual([]);
    // Words that stand in modules of the server alone.
    const words = [
      "x-lark-helpdesk-authorization",
      "tenant_access_token",
      "rota-embed-session",
      "http.server.request.start",
    ];
    expect(
      words.filter((word) => text.toLowerCase().includes(word)),
      file.name,
    ).toEqual([]);
  }
});

test("no answer and no line of the log holds one, on a day when everything fails", async ({
  door,
  product,
}) => {
  const { control } = product.feishu;
  const targets = [...HELD_PAGES, "/nothing", "/sign-in", "/embed"];
  const routes = [
    "roster",
    "notes",
    "coverage",
    "export/csv",
    "export/ics",
    "feeds",
    "metrics",
    "openapi.json",
    "ready",
    "x",
  ];
  const said: string[] = [];
  for (const code of [0, 10003, 99991663, 154001, 99991400]) {
    control.clearFaults();
    if (code !== 0) control.failNext({ kind: "code", code });
    await ask(door.port, { method: "POST", target: "/api/refresh", headers: as("ada") });
    for (const target of [...targets, ...routes.map((route) => `/api/${route}`)]) {
      for (const headers of [as("ada"), as("vic"), []]) {
        const answer = await ask(door.port, { target, headers });
        said.push(answer.head, answer.body);
      }
    }
  }
  const token = signToken(claimsFor(product));
  for (const body of [
    JSON.stringify({ token }),
    JSON.stringify({ token: `${token}x` }),
    `{"token":"${EMBED_KEY.key}"`,
  ]) {
    const answer = await ask(door.port, { method: "POST", target: "/api/embed/session", body });
    said.push(answer.head, answer.body);
  }
  await ask(door.port, { target: `/?key=${VIEWER_KEY}`, headers: [`Authorization: Bearer ${VIEWER_KEY}x`] });
  await ask(door.port, { target: `/api/feeds/${VIEWER_KEY}.ics` });
  said.push(product.said());
  const everything = said.join("\n");
  expect(everything.length).toBeGreaterThan(100_000);
  expect(secretsOf(product.feishu).filter((secret) => everything.includes(secret))).toEqual([]);
  expect(product.said()).not.toContain(token);
});
