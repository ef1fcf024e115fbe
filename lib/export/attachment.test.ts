import { expect, test } from "vitest";
import { attachmentHeader } from "./attachment.ts";

const realName = (header: string) => decodeURIComponent(header.split("filename*=UTF-8''")[1] ?? "");

test.each([
  ["IT Helpdesk 2026-11-23", "IT Helpdesk 2026-11-23.csv"],
  ["客服 2026-11-23", "客服 2026-11-23.csv"],
  ["../../etc/passwd", "-..-etc-passwd.csv"],
  ["..\\x", "-x.csv"],
  ['a"; filename="evil.exe', "a-; filename=-evil.exe.csv"],
  ["a\r\nSet-Cookie: x=1", "a-Set-Cookie- x=1.csv"],
  ["(it's) *100%*", "(it's) -100-.csv"],
  ["\u202Etxt", "-txt.csv"],
  ["\uD800", "\uFFFD.csv"],
  [" ", "helpdesk-rota.csv"],
  ["...", "helpdesk-rota.csv"],
])("%j is saved as %j", (name, saved) => {
  const header = attachmentHeader(name, "csv");
  expect(realName(header)).toBe(saved);
  // One header of ASCII, in which only the two names are quoted or encoded.
  expect(header).toMatch(
    /^attachment; filename="helpdesk-rota\.csv"; filename\*=UTF-8''[\w.!~-]*(?:%[0-9A-F]{2}[\w.!~-]*)*$/,
  );
});

test("a long name is cut between characters", () => {
  expect(realName(attachmentHeader("😀".repeat(500), "ics"))).toBe(`${"😀".repeat(80)}.ics`);
});
