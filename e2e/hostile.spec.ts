import { boxOf, openBoard } from "./fixtures/board.ts";
import { putRecords } from "./fixtures/desk-records.ts";
import { memberWith } from "./fixtures/team.ts";
import { expect, test } from "./fixtures/test.ts";

/** Whatever Feishu's records hold, the board shows text: nothing runs, nothing is fetched, no row grows. */

const MARKUP = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const TEMPLATES = "{{7*7}}$" + "{7*7}<%= 7*7 %>%s%n";
const RTL_OVERRIDE = "\u202e";

interface Odd {
  readonly id: string;
  readonly name: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly skills?: readonly { readonly id: string; readonly name: string; readonly is_default: boolean }[];
}

const PEOPLE: readonly Odd[] = [
  {
    id: "markup",
    name: MARKUP,
    more: { department: MARKUP, email: `${MARKUP}@x.example`, company_name: MARKUP },
  },
  { id: `"><script>window.hacked=1</script>`, name: "Quote in the id" },
  { id: "template", name: TEMPLATES },
  {
    id: "long",
    name: `Long${"长".repeat(10_000)}`,
    more: { department: "D".repeat(10_000), email: `${"e".repeat(10_000)}@x.example` },
  },
  { id: "zalgo", name: `Z${"\u0301\u0323".repeat(500)}algo` },
  { id: "bidi", name: `gnp${RTL_OVERRIDE}.exe` },
  { id: "hebrew", name: "שלום עולם" },
  { id: "family", name: "👨‍👩‍👧‍👦🏳️‍🌈 Emoji 🫠" },
  { id: "lines", name: "First\nSecond\tThird\u0000Fourth" },
  {
    id: "java",
    name: "Script avatar",
    more: { avatar_url: "javascript:window.hacked=1", email: "javascript:alert(1)" },
  },
  {
    id: "data",
    name: "Data avatar",
    more: { avatar_url: "data:image/svg+xml,<svg onload='window.hacked=1'/>" },
  },
  { id: "plain", name: "Plain avatar", more: { avatar_url: "http://plain.example/a.png" } },
  { id: "https", name: "Sound avatar", more: { avatar_url: "https://avatars.example/a.png?x=1" } },
  { id: "broken", name: "Lost avatar", more: { avatar_url: "https://avatars.example/lost.png" } },
  {
    id: "skills",
    name: "Odd skills",
    skills: [
      { id: MARKUP, name: MARKUP, is_default: false },
      { id: "s2", name: "技".repeat(10_000), is_default: false },
    ],
  },
];

const present = PEOPLE.map(({ id, name, more, skills }) => {
  const record = memberWith("zhang.wei", {});
  const agent = { ...record.agent, id, name, ...more };
  return { ...record, agent, agent_skills: skills ?? record.agent_skills };
});

/** One transparent dot. */
const DOT = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

// The browser itself reports a picture that cannot be loaded.
test.use({ allowedErrors: [/avatars\.example\/lost\.png/] });

test.beforeEach(async ({ page, product }) => {
  await putRecords(product, { present }, ({ agents }) => agents.some(({ id }) => id === "markup"));
  await page.route("https://avatars.example/**", (route) =>
    route.request().url().includes("lost")
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: "image/gif", body: DOT }),
  );
});

test("all are there, as text, one row high, and nothing else is fetched", async ({ page, product }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openBoard(page, "?group=none");
  await expect(page.locator("[data-agent-id]")).toHaveCount(PEOPLE.length);
  for (const row of await page.locator("[data-agent-id]").all()) {
    expect((await boxOf(row)).height).toBe(44);
  }
  await expect(page.locator("[data-agent-id] script, [data-agent-id] img[src=x]")).toHaveCount(0);
  await expect(page.getByText(MARKUP, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(TEMPLATES)).toBeVisible();

  // No page wider than the window, and no voice that goes on for minutes.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1_440);
  const name = await page.locator("[data-agent-id=long] [role=rowheader]").getAttribute("aria-label");
  expect(name?.startsWith(`Long${"长".repeat(196)}`)).toBe(true);
  expect(name).not.toContain("长".repeat(200));

  const foreign = asked.filter((url) => !url.startsWith(product.url));
  expect(new Set(foreign)).toEqual(
    new Set(["https://avatars.example/a.png?x=1", "https://avatars.example/lost.png"]),
  );
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});

test("pictures are asked for without telling where from, and initials stand in for lost ones", async ({
  page,
}) => {
  const referrers: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().includes("avatars.example")) referrers.push(request.headers().referer);
  });
  await openBoard(page);
  await expect(page.locator("[data-agent-id=https] img")).toHaveCount(1);
  await expect(page.locator("[data-agent-id=broken] img")).toHaveCount(0);
  await expect(page.locator("[data-agent-id=broken]").getByText("LA", { exact: true })).toBeVisible();
  for (const id of ["java", "data", "plain"]) {
    await expect(page.locator(`[data-agent-id=${id}] img`)).toHaveCount(0);
  }
  expect(referrers).toEqual([undefined, undefined]);
});

test("names keep their own direction and lose what could turn others", async ({ page }) => {
  await openBoard(page);
  const text = (id: string) => page.locator(`[data-agent-id=${id}] bdi`).first().textContent();
  expect(await text("bidi")).toBe("gnp.exe");
  expect(await text("hebrew")).toBe("שלום עולם");
  expect(await text("lines")).not.toMatch(/[\n\t\0]/);
  expect(await text("family")).toBe("👨‍👩‍👧‍👦🏳️‍🌈 Emoji 🫠");
});

test("the card, the page and the picker show them as text too", async ({ page }) => {
  await openBoard(page, "?group=none");
  await page.locator("[data-agent-id=markup] [role=rowheader]").hover();
  const card = page.getByRole("dialog");
  await expect(card).toContainText(`${MARKUP}@x.example`);
  await expect(card.getByRole("link")).toHaveCount(1);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "技能", exact: true }).click();
  await page.getByRole("option", { name: MARKUP }).click();
  await expect(page.locator("[data-agent-id]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.locator("[data-agent-id=skills] [role=rowheader]").click();
  await expect(page.getByRole("heading", { name: "Odd skills" })).toBeVisible();

  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});

for (const id of ["markup", `"><script>window.hacked=1</script>`, "long", "skills"]) {
  test(`the page of ${id} is no wider than the window`, async ({ page }) => {
    await page.goto(`/agents/${encodeURIComponent(id)}`);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1_440);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  });
}
