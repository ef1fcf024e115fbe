import { feedsSchema, madeFeedSchema } from "#lib/contract/feeds.ts";
import { expect, test } from "./fixtures/desk-records.ts";
import { makeFolder } from "./fixtures/plan-file.ts";

/** Calendar subscriptions, as a manager's script and a calendar program use them. */

const VIEWER_KEY = "viewer-key-0123456789";
const keys = JSON.stringify([{ name: "screen", role: "viewer", key: VIEWER_KEY }]);
test.use({ productOptions: { settings: { DATA_DIR: makeFolder(), API_KEYS: keys } } });

test("a subscription is made, read without any credential, listed, and gone once revoked", async ({
  request,
}) => {
  const made = await request.post("/api/feeds?desk=main", { data: { department: "技术支持" } });
  expect(made.status()).toBe(201);
  const { id, url } = madeFeedSchema.parse(await made.json());
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/feeds\/[\w-]{43}\.ics$/);

  const calendar = await request.get(url);
  expect(calendar.status()).toBe(200);
  expect(calendar.headers()).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "no-store",
  });
  const text = await calendar.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+END:VCALENDAR\r\n$/);
  expect(text).toContain("SUMMARY:李娜");
  expect(text).not.toContain("SUMMARY:Priya Nair");
  expect(text).not.toContain("spruce.example");

  const list = await request.get("/api/feeds");
  expect(feedsSchema.parse(await list.json()).feeds).toContainEqual(
    expect.objectContaining({ id, desk: "main", department: "技术支持", agent: null, skill: null }),
  );
  expect(await list.text()).not.toContain(url.slice(-47, -4));

  expect((await request.delete(`/api/feeds?id=${id}`)).status()).toBe(204);
  expect((await request.get(url)).status()).toBe(404);
  expect((await request.delete(`/api/feeds/${id}`)).status()).toBe(404);
});

test("a subscription can also be revoked by its own address", async ({ request }) => {
  const made = await request.post("/api/feeds", { data: { agent: "li.na" } });
  const { id, url } = madeFeedSchema.parse(await made.json());
  expect((await request.delete(`/api/feeds/${id}`)).status()).toBe(204);
  expect((await request.get(url)).status()).toBe(404);
});

test("viewers may neither make, list nor revoke one", async ({ request }) => {
  const headers = { authorization: `Bearer ${VIEWER_KEY}` };
  const statuses = [
    await request.post("/api/feeds", { headers, data: { agent: "li.na" } }),
    await request.get("/api/feeds", { headers }),
    await request.delete("/api/feeds?id=x", { headers }),
    await request.delete("/api/feeds/x", { headers }),
  ].map((answer) => answer.status());
  expect(statuses).toEqual([403, 403, 403, 403]);
});

test("what cannot be is refused", async ({ request }) => {
  const post = async (data: object | string, search = "") =>
    (await request.post(`/api/feeds${search}`, { data })).status();
  expect([
    await post({ agent: "nobody" }),
    await post({ agent: "li.na", skill: "skill-login" }),
    await post("not JSON"),
    await post({ agent: "li.na" }, "?desk=other"),
    await post({ agent: "x".repeat(20_000) }),
    (await request.delete("/api/feeds")).status(),
    (await request.get("/api/feeds/guess.ics")).status(),
    (await request.get("/api/feeds/guess")).status(),
    (await request.put("/api/feeds/guess")).status(),
  ]).toEqual([400, 400, 400, 404, 413, 400, 404, 404, 405]);
});
