import { notesSchema } from "#lib/contract/findings.ts";
import { expect, putRecords, readRoster, test } from "./fixtures/desk-records.ts";

/** The schedule check: every finding of a record that has it, from Feishu's answer to `/api/notes` and the screen. */

const GOOD = [{ id: "skill-login", name: "Login", is_default: false }];
const DEFAULT = [{ id: "skill-all", name: "All", is_default: true }];
const rule = (weekday: unknown, start_time: unknown, end_time: unknown) => ({
  weekday,
  start_time,
  end_time,
});
const DAY = rule(10, "09:00", "18:00");

/** An agent about whom nothing is to be said, but for what is given. */
function record(id: string, agent: object = {}, rest: object = {}) {
  const whole = { id, name: id, email: `${id}@spruce.example`, department: "Support", ...agent };
  return { status: 2, agent: whole, schedule: [DAY], agent_skills: GOOD, ...rest };
}
const rules = (id: string, ...schedule: readonly object[]) => record(id, {}, { schedule });

/** A record for each finding, called as the finding is. */
const PRESENT = [
  record("nothing-to-say"),
  rules("unknown-weekday", DAY, rule(8, "09:00", "18:00")),
  rules("unreadable-time", DAY, rule(6, "9am", "18:00")),
  rules("zero-length", DAY, rule(6, "09:00", "09:00")),
  rules("overlap", rule(1, "09:00", "12:00"), rule(1, "11:00", "18:00")),
  record("no-schedule", {}, { schedule: null }),
  record("duplicate-agent"),
  record("duplicate-agent", {}, { schedule: [] }),
  record("no-name", { name: " " }),
  // Time that two rules share is an overlap besides.
  rules("group-overlaps-day", rule(9, "09:00", "16:00"), rule(1, "12:00", "13:00")),
  rules("overnight-meets-next", rule(1, "22:00", "06:00"), rule(2, "06:00", "10:00")),
  rules("minute-apart", rule(1, "09:00", "12:00"), rule(1, "12:01", "18:00")),
  rules("round-the-clock", rule(9, "00:00", "24:00")),
  rules("long-week", rule(9, "08:00", "17:00")),
  record("no-skill", {}, { agent_skills: [] }),
  record("only-default-skill", {}, { agent_skills: DEFAULT }),
  record("no-department", { department: "" }),
  record("duplicate-email", { email: "Shared@spruce.example" }),
  record("the-other", { email: "shared@spruce.example" }),
  record("online-no-hours", {}, { status: 1, schedule: [] }),
];
const REMOVED = [record("removed-scheduled")];

const EXPECTED = [
  ...PRESENT.map(({ agent: { id } }) => `${id} ${id}`).filter((line) => !/nothing|other/.test(line)),
  "removed-scheduled removed-scheduled",
  "group-overlaps-day overlap",
  "the-other duplicate-email",
  "online-no-hours no-schedule",
];

const NAMES = new Set([...PRESENT, ...REMOVED].map(({ agent }) => agent.id));

const sortedUnique = (lines: readonly string[]) => [...new Set(lines)].toSorted();

test("each finding comes out of /api/notes, and none is told twice or made up", async ({ page, product }) => {
  await putRecords(
    product,
    { present: PRESENT, removed: REMOVED },
    ({ agents }) => agents.length === NAMES.size,
  );
  const read = async (search = "") => {
    const response = await fetch(`${product.url}/api/notes${search}`);
    return notesSchema.parse(await response.json());
  };
  const { notes, setAside } = await read();
  const lines = notes.map(({ agent, code }) => `${agent} ${code}`);
  expect(lines.toSorted()).toEqual(sortedUnique(EXPECTED));
  expect(setAside).toEqual({ agents: 0, rules: 2, skills: 0 });
  const ranks = notes.map(({ severity }) => ["high", "medium", "low"].indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted());

  const some = await read("?code=long-week,no-skill");
  expect(some.notes.map(({ code }) => code)).toEqual(["no-skill", "long-week"]);
  expect((await fetch(`${product.url}/api/notes?code=late`)).status).toBe(400);

  // The roster's JSON keeps to the contract's list of notes.
  const inRoster = (await readRoster(product)).agents.flatMap(({ notes: own }) => own);
  expect(inRoster).not.toContain("group-overlaps-day");

  await page.goto("/?lang=en");
  await page.getByRole("button", { name: `${notes.length} to check` }).click();
  const dialog = page.getByRole("dialog", { name: "Schedule check" });
  const finding = dialog.getByRole("listitem").filter({ hasText: "overnight block runs into" });
  await finding.getByRole("link", { name: "overnight-meets-next" }).click();
  await expect(page).toHaveURL(/\/agents\/overnight-meets-next\?lang=en$/);
  await expect(page.getByText("An overnight block runs into the next morning's")).toBeVisible();
});

test("/status draws a hundred of them at a time, whatever the size of the desk", async ({
  page,
  product,
}) => {
  const present = Array.from({ length: 230 }, (_, i) => record(`agent-${i}`, {}, { schedule: null }));
  await putRecords(product, { present }, ({ agents }) => agents.length === present.length);
  await page.goto("/status?lang=en");
  const card = page.locator("section").filter({
    has: page.getByRole("heading", { name: "Agents with a schedule to check · 230" }),
  });
  await expect(card.getByRole("listitem")).toHaveCount(100);
  await card.getByRole("button", { name: "Show 100 more" }).click();
  await expect(card.getByRole("listitem")).toHaveCount(200);
  await card.getByRole("button", { name: "Show 30 more" }).click();
  await expect(card.getByRole("listitem")).toHaveCount(230);
  await expect(card.getByRole("button")).toHaveCount(0);
});
