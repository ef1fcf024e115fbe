import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coverageFile, readCoverage } from "./coverage-file.ts";

const faultsOf = (file: unknown) => {
  const read = readCoverage(typeof file === "string" ? file : JSON.stringify(file));
  return "faults" in read ? read.faults : [];
};
const hours = { days: ["mon"], from: "09:00", to: "18:00" };
const minimum = { ...hours, agents: 1 };
const leave = { agent: "ou_1", from: "2026-11-23", to: "2026-11-25" };

describe("a sound file", () => {
  test.each([
    ["nothing", {}],
    [
      "the example of product.md",
      {
        openingHours: [hours],
        minimum: [{ skill: "7001", ...minimum }],
        holidays: [{ date: "2026-10-01", name: "国庆节" }],
        workdays: [{ date: "2026-10-10", like: "fri" }],
        leave: [leave],
        desks: { main: { minimum: [{ agents: 2 }] } },
      },
    ],
    ["a schema for the editor", { $schema: "./coverage.schema.json" }],
    [
      "overnight, 24:00, and times as people type them",
      {
        openingHours: [
          { ...hours, from: "22:00", to: "6:00" },
          { ...hours, from: "０９：００", to: "24:00" },
        ],
      },
    ],
    ["a leave of one day", { leave: [{ ...leave, to: leave.from }] }],
    ["a byte order mark", "\uFEFF{}"],
  ])("%s", (_, file) => {
    expect(faultsOf(file)).toEqual([]);
  });

  test("has its times in minutes and its days as numbers", () => {
    const read = readCoverage(
      JSON.stringify({ openingHours: [{ ...hours, days: ["sun", "mon"], to: "23:59" }] }),
    );
    expect(read).toEqual({ value: { openingHours: [{ days: [7, 1], from: 540, to: 1440 }] } });
  });
});

const A_TIME = "must be a time HH:MM from 00:00 to";
const A_DAY = "must be a day that exists, written YYYY-MM-DD";
const A_COUNT = "must be a whole number from 0 to 100000";
const A_WEEKDAY = "must be one of mon, tue, wed, thu, fri, sat, sun";

test("the examples of docs/coverage-file.md are sound", () => {
  const examples = readFileSync("docs/coverage-file.md", "utf8").matchAll(/```json\n(.*?)```/gs);
  const faults = [...examples].map(([, example]) => faultsOf(example));
  expect(faults).toEqual([[], []]);
});

describe("a fault names the path of its field", () => {
  test.each([
    [{ minimum: [minimum, minimum, { ...minimum, from: "9am" }] }, `minimum[2].from: ${A_TIME} 23:59`],
    [{ openingHours: [{ ...hours, from: "24:00" }] }, `openingHours[0].from: ${A_TIME} 23:59`],
    [{ openingHours: [{ ...hours, to: "25:00" }] }, `openingHours[0].to: ${A_TIME} 24:00`],
    [{ openingHours: [{ ...hours, to: undefined }] }, "openingHours[0].to: is missing"],
    [{ openingHours: [{ ...hours, to: 18 }] }, "openingHours[0].to: must be text"],
    [{ openingHours: [{ ...hours, days: [] }] }, "openingHours[0].days: has no day"],
    [{ openingHours: [{ ...hours, days: ["mon", "Tue"] }] }, `openingHours[0].days[1]: ${A_WEEKDAY}`],
    [{ openingHours: [{ ...hours, days: "mon" }] }, "openingHours[0].days: must be a list of days"],
    [{ openingHours: {} }, "openingHours: must be a list"],
    [{ minimum: [{ ...minimum, agents: 1.5 }] }, `minimum[0].agents: ${A_COUNT}`],
    [{ minimum: [{ ...minimum, agents: -1 }] }, `minimum[0].agents: ${A_COUNT}`],
    [{ minimum: [{ ...minimum, agents: 1e9 }] }, `minimum[0].agents: ${A_COUNT}`],
    [{ minimum: [hours] }, "minimum[0].agents: is missing"],
    [
      { minimum: [{ ...minimum, skill: " " }] },
      "minimum[0].skill: must be an id, to the letter as Feishu has it",
    ],
    [{ holidays: [{ date: "2026-02-30", name: "x" }] }, `holidays[0].date: ${A_DAY}`],
    [{ holidays: [{ date: "2026-10-01" }] }, "holidays[0].name: is missing"],
    [{ holidays: [null] }, "holidays[0]: must be an object"],
    [{ workdays: [{ date: "2026-10-10", like: "freitag" }] }, `workdays[0].like: ${A_WEEKDAY}`],
    [{ leave: [{ ...leave, to: "2026-11-22" }] }, "leave[0].to: must not be before from"],
    [{ leave: [{ ...leave, note: "x".repeat(201) }] }, "leave[0].note: must be text of 1 to 200 characters"],
    [{ minimums: [] }, "minimums: is no field that is known here"],
    [{ leave: [{ ...leave, "a\nb": 1 }] }, 'leave[0]["a\\nb"]: is no field that is known here'],
    [{ desks: { "it.hr": { leave: [{ ...leave, to: "x" }] } } }, `desks["it.hr"].leave[0].to: ${A_DAY}`],
    [{ desks: { main: { desks: {} } } }, "desks.main.desks: is no field that is known here"],
    [[], "must be an object"],
  ])("%j", (file, fault) => {
    expect(faultsOf(file)).toEqual([fault]);
  });

  test("every fault is told, and none quotes a value", () => {
    const faults = faultsOf({
      minimum: [{ skill: 5, from: "sesame", to: "sesame", days: ["sesame"], agents: "sesame" }],
    });
    expect(faults).toHaveLength(5);
    expect(faults.join()).not.toContain("sesame");
  });

  test("of text that is no JSON it tells the place, not the text", () => {
    expect(faultsOf('{\n  "leave": sesame }')).toEqual([expect.stringMatching(/^is not valid JSON/)]);
    expect(faultsOf('{\n  "leave": [] "sesame" }')).toEqual(["is not valid JSON (line 2 column 15)"]);
    expect(faultsOf("sesame").join()).not.toContain("sesame");
  });
});

describe("the path", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "coverage-"));
    writeFileSync(join(folder, "plan.json"), '{"openingHours":[]}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("leads to a file that is read", () => {
    expect(coverageFile.read(join(folder, "plan.json"))).toEqual({ value: { openingHours: [] } });
  });

  test("to nothing, or to a folder, is a fault that does not repeat it", () => {
    expect(coverageFile.read(join(folder, "other.json"))).toEqual({ faults: ["there is no such file"] });
    expect(coverageFile.read(folder)).toEqual({ faults: ["is a folder, not a file"] });
  });
});
