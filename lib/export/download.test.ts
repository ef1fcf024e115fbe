import { describe, expect, it, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { at, date } from "#lib/schedule/testing/dates.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { isExportFormat, makeDownload } from "./download.ts";
import { csvOf, icsOf, rota } from "./testing/rota.ts";

const desk = { key: "main", name: "客服/IT", timeZone: "Asia/Shanghai" };
const roster = rota({ desk, agents: [agent("ou_1", { name: "张三", week: [[540, 1080]] })] });
const week = weekOf(date("2027-01-01"), "mon", desk.timeZone);
/** In Shanghai it is the 20th already. */
const input = { roster, askedAt: at("2026-11-19T16:30Z"), week };

test.each([
  ["csv", true],
  ["ics", true],
  ["CSV", false],
  ["xlsx", false],
  ["", false],
  ["toString", false],
])("%j is a format: %s", (text, is) => expect(isExportFormat(text)).toBe(is));

describe("makeDownload", () => {
  it.each([
    ["csv", "text/csv; charset=utf-8; header=present", "客服-IT 2026-11-20.csv"],
    ["ics", "text/calendar; charset=utf-8", "客服-IT 2026-12-28.ics"],
  ] as const)(
    "says what a %s is, how it is to be called, and that it is not to be kept",
    (format, type, name) => {
      const { status, headers } = makeDownload(format, input);
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toEqual({
        "content-type": type,
        "content-disposition": `attachment; filename="helpdesk-rota.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "no-store",
      });
    },
  );

  it("streams the whole file", async () => {
    const bytes = await makeDownload("csv", input).bytes();
    expect(bytes).toEqual(new TextEncoder().encode(csvOf(roster)));
    const ics = await makeDownload("ics", input).text();
    expect(ics.replace(/DTSTAMP:\w+/, "")).toBe(icsOf(roster, "2027-01-01").replace(/DTSTAMP:\w+/, ""));
  });
});
