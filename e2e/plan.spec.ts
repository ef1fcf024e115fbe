import { coverageSchema, notesSchema } from "#lib/contract/findings.ts";
import { gridOf, openBoard, rowOf } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";
import { writePlan } from "./fixtures/plan-file.ts";

/** What the coverage file changes: on the board, and in the answers for machines. */

const plan = writePlan({
  openingHours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "18:00" }],
  minimum: [{ days: ["fri"], from: "09:00", to: "10:00", agents: 50 }],
  holidays: [{ date: "2026-11-17", name: "校庆日" }],
  workdays: [{ date: "2026-11-21", like: "fri" }],
  leave: [{ agent: "li.na", from: "2026-11-19", to: "2026-11-20", note: "surgery" }],
});
test.use({ productOptions: { settings: { COVERAGE_FILE: plan } } });

test("day heads name holidays and working days", async ({ page }) => {
  await openBoard(page);
  const head = (name: string) => gridOf(page).getByRole("columnheader", { name });
  await expect(head("11月17日 周二, 假日：校庆日")).toBeVisible();
  await expect(head("11月21日 周六, 调休上班，按周五的时段")).toBeVisible();
});

test("leave is hatched, said after the hours, and no exception", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const row = rowOf(page, "李娜");
  await expect(row.getByRole("gridcell", { name: "Wed 18 Nov: 09:00–18:00", exact: true })).toBeVisible();
  const away = row.getByRole("gridcell", { name: "Thu 19 Nov: 09:00–18:00, on leave", exact: true });
  await expect(away.locator("[data-leave]")).toBeVisible();
  await expect(row.locator("[data-leave]")).toHaveCount(2);
  await expect(page.getByRole("button", { name: /on shift but offline/ })).toHaveCount(0);
});

test("coverage for machines follows the file", async ({ request }) => {
  const answer = await request.get("/api/coverage?week=2026-11-19&skill=skill-login");
  expect(answer.headers()["cache-control"]).toBe("no-store");
  const { weekStart, timeZone, skills } = coverageSchema.parse(await answer.json());
  expect([weekStart, timeZone]).toEqual(["2026-11-16", "Asia/Shanghai"]);
  const [login] = skills;
  const spans = login?.spans ?? [];
  expect([spans.at(0)?.from, spans.at(-1)?.to]).toEqual([
    "2026-11-15T16:00:00.000Z",
    "2026-11-22T16:00:00.000Z",
  ]);
  const open = spans.filter(({ level }) => level !== "closed").map(({ from }) => from.slice(0, 10));
  expect([...new Set(open)]).toEqual(["2026-11-16", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"]);
  const whole = coverageSchema.parse(await (await request.get("/api/coverage")).json());
  const asked = whole.gaps.filter(({ skill }) => skill === null).map(({ from, to }) => [from, to]);
  expect(asked).toEqual([
    ["2026-11-20T01:00:00.000Z", "2026-11-20T02:00:00.000Z"],
    ["2026-11-21T01:00:00.000Z", "2026-11-21T02:00:00.000Z"],
  ]);
});

for (const [search, status] of [
  ["skill=nothing", 400],
  ["away=nobody", 400],
  ["away=li.na@2026-02-30", 400],
  ["week=2026-13-01", 400],
  ["desk=other", 404],
  ["away=li.na@2026-11-19..2026-11-20,dept:%E6%8A%80%E6%9C%AF%E6%94%AF%E6%8C%81,all", 200],
] as const) {
  test(`coverage for machines with ${search} answers ${status}`, async ({ request }) => {
    expect((await request.get(`/api/coverage?${search}`)).status()).toBe(status);
  });
}

test("notes for machines name agents by id and name", async ({ request }) => {
  const { notes } = notesSchema.parse(await (await request.get("/api/notes")).json());
  expect(notes).toContainEqual({
    agent: "omar.haddad",
    name: "Omar Haddad",
    code: "round-the-clock",
    severity: "medium",
  });
  expect((await request.get("/api/notes?desk=other")).status()).toBe(404);
});
