import { boxOf, expectDays, gridOf, headerOf, openBoard, rowOf } from "./fixtures/board.ts";
import { expect, test } from "./fixtures/desk-records.ts";

/** The rows of the board: who, in which state, planned when (product.md, section 9). */

const STATUSES = [
  { name: "李娜", zh: "离线（手动）", en: "Offline (manual)" },
  { name: "张伟", zh: "在线", en: "Online" },
  { name: "宋雅楠", zh: "下班", en: "Off duty" },
  { name: "吕思琪", zh: "未知", en: "Unknown" },
  { name: "黄杰", zh: "已移除", en: "Removed" },
];

for (const lang of ["zh", "en"] as const) {
  test(`each row is named by agent and status word (${lang})`, async ({ page }) => {
    await openBoard(page, `?lang=${lang}&status=online,offline,off_duty,unknown,removed`);
    for (const { name, ...words } of STATUSES) {
      await expect(headerOf(page, name)).toHaveAccessibleName(
        new RegExp(`^${name}, ${asPattern(words[lang])}(,|$)`),
      );
    }
  });
}

const asPattern = (text: string) => text.replace(/[()]/g, "\\$&");

const MONDAY_TO_SUNDAY = {
  zh: [
    "11月16日 周一",
    "11月17日 周二",
    "11月18日 周三",
    "11月19日 周四",
    "11月20日 周五",
    "11月21日 周六",
    "11月22日 周日",
  ],
  en: ["Mon 16 Nov", "Tue 17 Nov", "Wed 18 Nov", "Thu 19 Nov", "Fri 20 Nov", "Sat 21 Nov", "Sun 22 Nov"],
};

/** Hours on each day as they are said; the day comes before them. */
const WEEKS: readonly {
  readonly name: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}[] = [
  {
    name: "李娜",
    zh: [...times(5, "09:00–18:00"), ...times(2, "未排班")],
    en: [...times(5, "09:00–18:00"), ...times(2, "no hours")],
  },
  {
    name: "张伟",
    zh: [...times(5, "09:00–12:00、13:00–18:00"), ...times(2, "未排班")],
    en: [...times(5, "09:00–12:00, 13:00–18:00"), ...times(2, "no hours")],
  },
  {
    name: "Emily Carter",
    zh: [...times(4, "00:00–06:00、22:00–24:00，次日继续"), "00:00–06:00", "未排班", "22:00–24:00，次日继续"],
    en: [
      ...times(4, "00:00–06:00, 22:00–24:00, continues"),
      "00:00–06:00",
      "no hours",
      "22:00–24:00, continues",
    ],
  },
  {
    name: "宋雅楠",
    zh: [...times(5, "未排班"), "00:00–24:00", "未排班"],
    en: [...times(5, "no hours"), "00:00–24:00", "no hours"],
  },
  {
    name: "Omar Haddad",
    zh: times(7, "00:00–24:00，次日继续"),
    en: times(7, "00:00–24:00, continues"),
  },
  { name: "郑凯", zh: times(7, "未排班"), en: times(7, "no hours") },
];

function times(count: number, text: string): readonly string[] {
  return Array<string>(count).fill(text);
}

for (const lang of ["zh", "en"] as const) {
  test(`each day's cell says date and hours to the letter (${lang})`, async ({ page }) => {
    await openBoard(page, `?lang=${lang}`);
    for (const week of WEEKS) {
      const colon = lang === "zh" ? "：" : ": ";
      const said = MONDAY_TO_SUNDAY[lang].map((day, index) => `${day}${colon}${week[lang][index]}`);
      await expectDays(page, week.name, said);
    }
  });
}

test("a row without hours says so to eyes too", async ({ page }) => {
  await openBoard(page);
  await expect(rowOf(page, "郑凯")).toContainText("未设置工作时间");
  await expect(rowOf(page, "李娜")).not.toContainText("未设置工作时间");
});

test("each block stands at its hours, also cut at midnight", async ({ page }) => {
  await openBoard(page);
  const blocksOf = (name: string) => rowOf(page, name).locator("[data-block]");
  await expect(blocksOf("李娜")).toHaveCount(5);
  await expect(blocksOf("张伟")).toHaveCount(10);
  await expect(blocksOf("Emily Carter")).toHaveCount(10);
  await expect(blocksOf("郑凯")).toHaveCount(0);

  const day = await boxOf(rowOf(page, "李娜").getByRole("gridcell", { name: /11月16日/ }));
  const block = await boxOf(blocksOf("李娜").first());
  const at = (hour: number) => day.x + (day.width * hour) / 24;
  // One pixel of gap at both ends.
  expect(Math.abs(block.x - at(9))).toBeLessThanOrEqual(2);
  expect(Math.abs(block.x + block.width - at(18))).toBeLessThanOrEqual(2);

  // The two pieces of a night meet at midnight.
  const [before, after] = [
    await boxOf(blocksOf("Emily Carter").nth(1)),
    await boxOf(blocksOf("Emily Carter").nth(2)),
  ];
  expect(Math.abs(before.x + before.width - after.x)).toBeLessThanOrEqual(1);
});

test("only the running shift takes the tone of the status", async ({ page }) => {
  await openBoard(page);
  const tones = (name: string) =>
    rowOf(page, name)
      .locator("[data-block]")
      .evaluateAll((blocks) => blocks.map((block) => block.getAttribute("data-tone")));
  expect(await tones("李娜")).toEqual(["planned", "planned", "planned", "offline", "planned"]);
  expect((await tones("张伟")).filter((tone) => tone === "online")).toHaveLength(1);
  expect(await tones("周子轩")).toEqual(times(5, "planned"));
  await expect(rowOf(page, "周子轩")).toContainText("班外在线");
});

test("the grid counts its rows, and says who and when it is about", async ({ page }) => {
  await openBoard(page);
  const grid = page.getByRole("grid", { name: "IT 服务台，11月16日 – 22日" });
  // Nine agents under four headings, day heads and the coverage strip.
  await expect(grid).toHaveAttribute("aria-rowcount", "15");
  await expect(grid).toHaveAttribute("aria-colcount", "8");
  await expect(grid.getByRole("columnheader")).toHaveCount(8);
  const indices = await grid
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
  expect(indices).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));

  await openBoard(page, "?status=online&group=none");
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "6");
});

test("the strip tells how many are planned on each day", async ({ page }) => {
  await openBoard(page, "?lang=en");
  const strip = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^On shift/ }) });
  await expect(strip.getByRole("rowheader")).toContainText("now 4");
  // Omar alone at night, with Emily until six; on Saturday Omar, Song, and from nine Lü.
  await expect(strip.getByRole("gridcell", { name: "Mon 16 Nov: 1–5 on shift" })).toBeVisible();
  await expect(strip.getByRole("gridcell", { name: "Sat 21 Nov: 2–3 on shift" })).toBeVisible();
});
