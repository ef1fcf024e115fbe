import { agent } from "#lib/schedule/testing/agents.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import { asInstant, type Roster, type WeekStart } from "#lib/schedule/types.ts";
import { weekOf } from "#lib/schedule/week.ts";
import { writeCsv } from "../csv.ts";
import { writeIcs } from "../ics.ts";

type Exported = Pick<Roster, "desk" | "skills" | "agents">;

/** Text that ends lines, cells, properties and objects, runs as a formula, or does not fit in one octet. */
export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://evil.example","click")',
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1+1",
  "\r\n=1+1",
  " =1+1",
  "\u3000＝1+1",
  "\u200B＠x",
  '","=1+1',
  ";=1+1",
  '; "=1+1',
  'Anna "the rock" Li',
  "a,b;c\\d",
  "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
  "x\nATTACH:http://evil.example/",
  "x\u2028y\u0085z",
  "\u202Etxt.exe",
  "👩‍👩‍👧‍👦".repeat(30),
  "客服".repeat(60),
  "\uD800",
] as const;

export function rota(given: Partial<Exported> & { readonly zone?: string } = {}): Exported {
  const { zone: timeZone = "Asia/Shanghai", ...rest } = given;
  const skills = [
    { id: "sk_net", name: "网络", isDefault: false },
    { id: "sk_vpn", name: "VPN, remote", isDefault: false },
  ];
  return { desk: { key: "main", name: "IT Helpdesk", timeZone }, skills, agents: [agent("ou_1")], ...rest };
}

export const csvOf = (roster: Exported): string => [...writeCsv(roster)].join("");

const ASKED_AT = asInstant(Date.parse("2026-11-19T09:20:00.500Z"));

/** The calendar whose events begin in the week of `day`. */
export function icsOf(roster: Exported, day = "2026-11-23", start: WeekStart = "mon"): string {
  const { days } = weekOf(date(day), start, roster.desk.timeZone);
  return [...writeIcs(roster, { askedAt: ASKED_AT, days })].join("");
}
