import { expectAgents, openBoard } from "./fixtures/board.ts";
import { expect, putRecords, test } from "./fixtures/desk-records.ts";
import { FORMER, memberWith, TEAM } from "./fixtures/team.ts";

/** What the strip above the board says of the present, and what a click on it does. Thursday, 17:20 in Shanghai. */

test("each exception narrows the grid to whom it counts, and a second click takes it back", async ({
  page,
  product,
}) => {
  const priya = memberWith("priya.nair", { status: 3 });
  const present = TEAM.map((member) => (member.agent.id === "priya.nair" ? priya : member));
  const hours = memberWith("li.na", {}).schedule;
  const removed = [
    ...FORMER,
    { ...memberWith("li.na", { status: 4 }), agent: { id: "old.hand", name: "Old Hand" }, schedule: hours },
  ];
  await putRecords(product, { present, removed }, ({ agents }) =>
    ["priya.nair off_duty", "old.hand removed"].every((key) =>
      agents.some(({ id, status }) => `${id} ${status}` === key),
    ),
  );
  await openBoard(page, "?lang=en&q=li");
  const strip = page.getByRole("region", { name: "Exceptions" });
  for (const [name, ids] of [
    ["1 on shift but offline", ["li.na"]],
    ["1 on shift but off duty", ["priya.nair"]],
    ["1 online off shift", ["zhou.zixuan"]],
    ["1 removed but scheduled", ["old.hand"]],
  ] as const) {
    const entry = strip.getByRole("button", { name: new RegExp(`^${name}`) });
    await entry.click();
    await expectAgents(page, ids);
    await expect(entry).toHaveAttribute("aria-pressed", "true");
  }
  await expect(page).toHaveURL(/\/\?lang=en&exception=removed-scheduled$/);
  await page.reload();
  await expectAgents(page, ["old.hand"]);
  const csv = await page.request.get(`/api/export/csv${new URL(page.url()).search}`);
  expect((await csv.text()).split("\r\n").filter((line) => line !== "")).toHaveLength(2);
  await strip.getByRole("button", { name: /^1 removed but scheduled/ }).click();
  await expect(page.locator("[data-agent-id]")).toHaveCount(TEAM.length);
  await page.goBack();
  await expectAgents(page, ["old.hand"]);
  await page.getByRole("button", { name: "removed but still planned" }).click();
  await expect(page.locator("[data-agent-id]")).toHaveCount(TEAM.length);
});

test("the tag of who is online off shift does not lie on half of the hours that begin soon", async ({
  page,
  product,
}) => {
  const zixuan = memberWith("zhou.zixuan", {});
  const schedule = [{ weekday: 10, start_time: "18:00", end_time: "23:00" }];
  const early = { ...zixuan, agent: { ...zixuan.agent, id: "early.bird", name: "Early Bird" }, schedule };
  await putRecords(product, { present: [...TEAM, early], removed: FORMER }, ({ agents }) =>
    agents.some(({ id }) => id === "early.bird"),
  );
  await openBoard(page, "?lang=en");
  const shown = (id: string) => page.locator(`[data-agent-id="${id}"] [data-block]`).allTextContents();
  expect(await shown("early.bird")).toEqual(["18–23", "18–23", "18–23", "", "18–23"]);
  expect(await shown("zhou.zixuan")).toEqual(Array(5).fill("08–16"));
});

test("the tab says the next drop, on the board and on /now, and elsewhere what the page is", async ({
  page,
}) => {
  await openBoard(page, "?lang=en");
  await expect(page).toHaveTitle(/^18:00: 4 → 1 in \d+ min · IT 服务台 · Helpdesk Rota$/);
  const goTo = (name: string) => page.getByRole("navigation", { name: "Pages" }).getByText(name).click();
  await goTo("Now");
  await expect(page).toHaveTitle(/^18:00: 4 → 1 in \d+ min · Now · Helpdesk Rota$/);
  await goTo("Coverage");
  await expect(page).toHaveTitle("Coverage · Helpdesk Rota");
  await page.goBack();
  await expect(page).toHaveTitle(/^18:00: 4 → 1 in \d+ min · Now · Helpdesk Rota$/);
  await page.getByRole("link", { name: "李娜" }).first().click();
  await expect(page).toHaveTitle("李娜 · Helpdesk Rota");
  await goTo("Board");
  await expect(page).toHaveTitle(/IT 服务台 · Helpdesk Rota$/);
  await page.getByRole("button", { name: /切换到中文$/ }).click();
  await expect(page).toHaveTitle(/^18:00 起 4 → 1 人，\d+ 分钟后 · IT 服务台 · 客服班表$/);
  await page.goto("/status?lang=en");
  await expect(page).toHaveTitle("State of the data · Helpdesk Rota");
});

test("where nobody's shift ends the tab has its usual title", async ({ page, product }) => {
  // One more, by whom the next test sees that this desk is not the team's.
  const omar = memberWith("omar.haddad", {});
  const { schedule } = omar;
  const other = { ...omar, agent: { ...omar.agent, id: "night.owl", name: "Night Owl" } };
  const present = [...TEAM, other].map((member) => ({ ...member, schedule }));
  await putRecords(product, { present, removed: FORMER }, ({ agents }) =>
    agents.every(({ status, week }) => status === "removed" || week[0]?.[1] === 10_080),
  );
  await openBoard(page, "?lang=en");
  await expect(page.getByRole("region", { name: "Exceptions" })).toBeVisible();
  await expect(page).toHaveTitle("IT 服务台 · Helpdesk Rota");
});

test.describe("an address that leads nowhere", () => {
  // The browser itself writes the missing page on its console.
  test.use({ allowedErrors: [/404/] });

  test("says so in its tab", async ({ page }) => {
    await page.goto("/nothing?lang=en");
    await expect(page).toHaveTitle("There is no such page · Helpdesk Rota");
  });
});
