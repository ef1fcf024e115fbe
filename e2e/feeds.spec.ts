import { feedsSchema, madeFeedSchema } from "#lib/contract/feeds.ts";
import { findingsOn } from "./fixtures/accessibility.ts";
import { openBoard } from "./fixtures/board.ts";
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

test("a manager makes one on the board, copies its address, finds it in the list and revokes it", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBoard(page, "?lang=en");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "Subscribe by calendar" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Calendar subscriptions" });
  await dialog.getByRole("radio", { name: "Department" }).press("Space");
  await dialog.getByRole("combobox", { name: "Department" }).selectOption("质检,合规");
  await dialog.getByRole("button", { name: "Make one for 质检,合规" }).press("Enter");
  const address = dialog.getByRole("textbox", { name: "Address of the subscription" });
  await expect(address).toBeFocused();
  await expect(address).toHaveValue(/\/api\/feeds\/[\w-]{43}\.ics$/);
  await dialog.getByRole("button", { name: "Copy address" }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect(url).toBe(await address.inputValue());
  expect(await (await page.request.get(url)).text()).toContain("SUMMARY:Omar Haddad");

  const item = dialog.getByRole("listitem").filter({ hasText: "质检,合规" });
  await item.getByRole("button", { name: "Revoke (质检,合规)" }).press("Enter");
  await item.getByRole("button", { name: "Really revoke? (质检,合规)" }).press("Enter");
  await expect(item).toHaveCount(0);
  await expect(dialog.getByRole("region", { name: "Existing subscriptions" })).toBeFocused();
  expect((await page.request.get(url)).status()).toBe(404);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("an agent's page makes one for that agent, and lists no others", async ({ page, request }) => {
  const made = await request.post("/api/feeds", { data: { skill: "skill-vip" } });
  const { id } = madeFeedSchema.parse(await made.json());
  await page.goto("/agents/li.na?lang=zh");
  await page.getByRole("button", { name: "订阅日历" }).click();
  const dialog = page.getByRole("dialog", { name: "日历订阅" });
  await expect(dialog.getByText("还没有订阅。")).toBeVisible();
  await dialog.getByRole("button", { name: "为 李娜 创建订阅" }).click();
  await expect(dialog.getByRole("textbox", { name: "订阅地址" })).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveText([/客服 李娜创建于 11月19日 周四撤销/]);
  for (const theme of ["light", "dark"]) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    expect(await findingsOn(page)).toEqual([]);
  }
  await request.delete(`/api/feeds?id=${id}`);
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
