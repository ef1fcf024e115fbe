import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { applyChange } from "#lib/contract/roster-change.ts";
import { rosterChangeSchema, rosterSchema } from "#lib/contract/roster-schema.ts";
import { makeDeskRecords } from "#lib/sample-desk/records.ts";
import { askForRound } from "./fixtures/desk-records.ts";
import { expect, test } from "./fixtures/test.ts";

const ROSTER_PATH = "/api/roster";
/** Of the sample desk where nothing else is said. */
const SEED = 8;

/** What the roster costs on the wire, and what many viewers cost Feishu: counts, which hold on any machine. */

// Long enough for no round to begin within a test.
test.use({ productOptions: { size: 300, settings: { REFRESH_SECONDS: "600" } } });

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** As it stands on the wire: nothing is unpacked on the way, as it is in a browser and in `fetch`. */
async function ask(url: string, headers: Readonly<Record<string, string>>, method = "GET"): Promise<Answer> {
  const [response]: IncomingMessage[] = await once(
    httpRequest(`${url}${ROSTER_PATH}`, { method, headers }).end(),
    "response",
  );
  if (response === undefined) throw new Error("no answer");
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(await response.toArray()),
  };
}

const withoutMoment = ({ headers }: Answer) => {
  const { date, "rota-served-at": _, "rota-next-read-at": __, "x-request-id": ___, ...rest } = headers;
  const {
    "content-encoding": packing,
    "content-length": length,
    "content-security-policy": policy,
    ...same
  } = rest;
  return same;
};

test("the same roster goes out packed or plain, with the same headers", async ({ product }) => {
  const plain = await ask(product.url, { "accept-encoding": "identity" });
  const gzip = await ask(product.url, { "accept-encoding": "gzip" });
  const brotli = await ask(product.url, { "accept-encoding": "gzip, deflate, br" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect([gzip.headers["content-encoding"], brotli.headers["content-encoding"]]).toEqual(["gzip", "br"]);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(withoutMoment(gzip)).toEqual(withoutMoment(plain));
  expect(withoutMoment(brotli)).toEqual(withoutMoment(plain));
  expect(brotli.headers["content-length"]).toBe(String(brotli.body.length));
});

test("HEAD and 304 say the same without a body", async ({ product }) => {
  const whole = await ask(product.url, {});
  const head = await ask(product.url, {}, "HEAD");
  const same = await ask(product.url, {
    "if-none-match": whole.headers.etag ?? "",
    "accept-encoding": "gzip",
  });
  expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, whole.headers.etag]);
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, whole.headers.etag]);
  expect([head.headers.vary, same.headers.vary]).toEqual([whole.headers.vary, whole.headers.vary]);
  expect(same.headers["content-encoding"]).toBeUndefined();
});

test("the headers that protect a page protect the roster too", async ({ request }) => {
  const [roster, notes] = [
    (await request.get(ROSTER_PATH)).headers(),
    (await request.get("/api/notes")).headers(),
  ];
  for (const name of ["x-content-type-options", "referrer-policy", "permissions-policy"]) {
    expect([name, roster[name]]).toEqual([name, notes[name]]);
  }
  expect(roster["content-security-policy"]?.replace(/nonce-[^']+/g, "")).toBe(
    notes["content-security-policy"]?.replace(/nonce-[^']+/g, ""),
  );
});

test("TRACE is refused", async ({ product }) => {
  expect((await ask(product.url, {}, "TRACE")).status).toBe(405);
});

test("a thousand viewers who ask again cost Feishu no call, and get 304", async ({ product }) => {
  const { etag = "" } = (await ask(product.url, {})).headers;
  product.feishu.control.clearJournal();
  const statuses: (number | undefined)[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const viewers = Array.from({ length: 50 }, () => ask(product.url, { "if-none-match": etag }));
    statuses.push(...(await Promise.all(viewers)).map(({ status }) => status));
  }
  expect(statuses).toEqual(Array.from({ length: 1_000 }, () => 304));
  expect(product.feishu.control.journal()).toEqual([]);
});

test("since a version only what changed goes out, and leads to the whole", async ({ product }) => {
  const read = async (path: string) => {
    const response = await fetch(`${product.url}${ROSTER_PATH}${path}`);
    const version = response.headers.get("etag")?.slice(1, -1) ?? "";
    return { version, json: await response.json(), bytes: Number(response.headers.get("content-length")) };
  };
  const before = await read("");
  const records = makeDeskRecords(300, SEED).list("present", Date.now() + product.offsetMs);
  const moved = records.map((record, index) => (index < 5 ? { ...record, status: 2 - (index % 2) } : record));
  product.feishu.control.setRecords("present", moved);
  await askForRound(product);
  await expect.poll(async () => (await read("")).version).not.toBe(before.version);

  const [since, whole] = [await read(`?since=${before.version}`), await read("")];
  const change = rosterChangeSchema.parse(since.json);
  expect(applyChange(rosterSchema.parse(before.json), change)).toEqual(whole.json);
  expect(since.version).toBe(whole.version);
  expect(since.bytes).toBeLessThan(whole.bytes / 10);
  for (const unknown of ["?since=", "?since=nothing", "?since=%22%00", `?since=${"x".repeat(5_000)}`]) {
    expect((await read(unknown)).json).toEqual(whole.json);
  }
});
