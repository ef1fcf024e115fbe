import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { writeCsv } from "./csv.ts";
import { toCell } from "./csv-cell.ts";
import { csvOf, HOSTILE_TEXTS, rota } from "./testing/rota.ts";

const HEADER =
  "id,name,status,email,department,company,skills,monday,tuesday,wednesday,thursday,friday,saturday,sunday,notes";

/** Read by another library than it is written with. */
function parse(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace("\uFEFF", ""), { skipEmptyLines: true });
  expect(errors.filter(({ code }) => code !== "UndetectableDelimiter")).toEqual([]);
  return data;
}

describe("writeCsv", () => {
  test("begins with the byte order mark and the header of the contract, and ends every line with CRLF", () => {
    const csv = csvOf(rota({ agents: [agent("ou_1", { name: "a\nb" }), agent("ou_2")] }));
    expect(csv.startsWith(`\uFEFF${HEADER}\r\nou_1,`)).toBe(true);
    expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(csv.match(/\r\n/g)).toHaveLength(3);
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  test("writes an agent as the contract says", () => {
    const li = agent("ou_li", {
      name: "李四",
      status: "off_duty",
      email: "li@acme.example",
      department: "IT, Ops",
      company: 'Acme "East"',
      skillIds: ["sk_vpn", "sk_gone", "sk_net"],
      week: [
        [540, 720],
        [780, 1080],
        [2760, 3240],
      ],
      notes: ["overlap", "unknown-weekday"],
    });
    const days = ["09:00-12:00 13:00-18:00", "22:00-24:00", "00:00-06:00", "", "", "", ""];
    const texts = ["ou_li", "李四", "off_duty", "li@acme.example", "IT, Ops", 'Acme "East"'];
    const row = [...texts, "VPN, remote; sk_gone; 网络", ...days, "overlap; unknown-weekday"];
    expect(parse(csvOf(rota({ agents: [li] })))).toEqual([HEADER.split(","), row]);
  });

  test("leaves absent values empty", () => {
    expect(parse(csvOf(rota()))[1]).toEqual(["ou_1", "ou_1", "online", ...Array<string>(12).fill("")]);
  });

  test("keeps the order, over all chunks, and leaves nobody out", () => {
    const ids = Array.from({ length: 451 }, (_, i) => `ou_${(i * 7) % 451}`);
    const rows = parse(csvOf(rota({ agents: ids.map((id) => agent(id)) })));
    expect(rows.slice(1).map(([id]) => id)).toEqual(ids);
  });

  test("is a header alone where nobody is shown", () => {
    expect(csvOf(rota({ agents: [] }))).toBe(`\uFEFF${HEADER}\r\n`);
  });

  test("is made in chunks", () => {
    const agents = Array.from({ length: 1000 }, (_, i) => agent(`ou_${i}`));
    const sizes = [...writeCsv(rota({ agents }))].map((chunk) => chunk.match(/\r\n/g)?.length ?? 0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });

  test.each(HOSTILE_TEXTS)("%j is one cell of text in every column that Feishu fills", (text) => {
    const skills = [{ id: "sk", name: text, isDefault: false }];
    const texts = { name: text, email: text, department: text, company: text };
    const hostile = agent(`${text}1`, { ...texts, skillIds: ["sk", "sk"] });
    const [, row, next, ...more] = parse(csvOf(rota({ skills, agents: [hostile, agent("ou_2")] })));
    const cell = toCell(text);
    expect(row).toHaveLength(15);
    expect(row?.slice(0, 7)).toEqual([
      toCell(`${text}1`),
      cell,
      "online",
      cell,
      cell,
      cell,
      toCell(`${text}; ${text}`),
    ]);
    expect(next?.[0]).toBe("ou_2");
    expect(more).toEqual([]);
  });
});
