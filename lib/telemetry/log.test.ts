import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function logTo(lines: string[], secrets: readonly string[] = []) {
  return createLog({ level: "info", secrets, destination: { write: (line) => lines.push(line) } });
}

test("each line is JSON with a time, a level in words and what was given", () => {
  const lines: string[] = [];
  logTo(lines).info({ desk: "main", agents: 3 }, "read");
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    desk: "main",
    agents: 3,
    msg: "read",
  });
});

test("lines below the level are not written", () => {
  const lines: string[] = [];
  logTo(lines).debug("quiet");
  expect(lines).toEqual([]);
});

test("no line holds a secret, whatever it came with", () => {
  const lines: string[] = [];
  const log = logTo(lines, ['hu"sh\\1', "token-2"]);
  log.error({ err: new Error('refused hu"sh\\1'), headers: { authorization: "Bearer token-2" } }, "token-2");
  expect(lines.join("")).not.toMatch(/hu.{0,2}sh|token-2/);
  expect(JSON.parse(lines[0] ?? "").msg).toBe("[secret]");
});

test("no line holds a secret in another writing, nor what is left of one that holds another", () => {
  const lines: string[] = [];
  const log = logTo(lines, ["p@ss", "p@ss-of-the-provider"]);
  log.error({ err: new Error("connect to postgresql://rota:p%40ss@db/rota") }, "p@ss-of-the-provider");
  expect(lines.join("")).toContain("rota:[secret]@db/rota");
  expect(JSON.parse(lines[0] ?? "").msg).toBe("[secret]");
});
