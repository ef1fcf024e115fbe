import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "#lib/telemetry/log.ts";
import { type AuditEntry, createAudit } from "./audit.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 19, 12) }));
afterEach(() => void vi.useRealTimers());

function open(level: "info" | "error" | "silent" = "info") {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  const audit = createAudit(createLog({ level, secrets: ["hush-hush"], destination }));
  return { audit, read: () => lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}

const EXPORT: AuditEntry = {
  event: "export",
  result: "ok",
  viewer: { by: "oidc", id: "ada", role: "manager" },
  from: "192.0.2.1",
  details: { format: "csv", desk: "main" },
};
const refusalFrom = (from: string | null): AuditEntry => ({
  event: "access",
  result: "refused",
  viewer: null,
  from,
  details: { code: "unauthenticated" },
});

test("a line says who, what, from where and with which result", async () => {
  const { audit, read } = open();
  await audit.write(EXPORT);
  expect(read()).toEqual([
    {
      level: "info",
      time: "2026-11-19T12:00:00.000Z",
      audit: true,
      event: "export",
      result: "ok",
      by: "oidc",
      who: "ada",
      role: "manager",
      from: "192.0.2.1",
      format: "csv",
      desk: "main",
      msg: "audit",
    },
  ]);
});

test("who is not known, from where nobody knows, is said so", async () => {
  const { audit, read } = open();
  await audit.write(refusalFrom(null));
  expect(read()).toMatchObject([{ level: "warn", who: null, by: null, from: "unknown", result: "refused" }]);
});

test("a quiet log holds it all the same, a silent one does not", async () => {
  const quiet = open("error");
  await quiet.audit.write(EXPORT);
  expect(quiet.read()).toHaveLength(1);
  const silent = open("silent");
  await silent.audit.write(EXPORT);
  expect(silent.read()).toEqual([]);
});

test("a flood of refusals is cut off with a word, and hides nothing else", async () => {
  const { audit, read } = open();
  for (let i = 0; i < 500; i++) await audit.write(refusalFrom("192.0.2.1"));
  expect(read()).toHaveLength(31);
  expect(read().at(-1)).toMatchObject({
    from: "192.0.2.1",
    msg: "more refusals within this minute are left out",
  });
  await audit.write(refusalFrom("192.0.2.2"));
  await audit.write(EXPORT);
  expect(read().slice(31)).toMatchObject([{ from: "192.0.2.2" }, { event: "export" }]);
  vi.advanceTimersByTime(60_000);
  await audit.write(refusalFrom("192.0.2.1"));
  expect(read()).toHaveLength(34);
});

test("a flood from a thousand addresses is bounded too", async () => {
  const { audit, read } = open();
  for (let i = 0; i < 1_000; i++) await audit.write(refusalFrom(`10.0.${i >> 8}.${i & 255}`));
  expect(read()).toHaveLength(301);
});

test("no line holds a secret", async () => {
  const { audit, read } = open();
  await audit.write({ ...EXPORT, details: { desk: "hush-hush" } });
  expect(JSON.stringify(read())).not.toContain("hush-hush");
});
