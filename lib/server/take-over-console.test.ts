import { expect, test } from "vitest";
import { createLog } from "#lib/telemetry/log.ts";
import { takeOverConsole } from "./take-over-console.ts";

function printer() {
  const lines: string[] = [];
  const target = { log: () => {}, info: () => {}, debug: () => {}, warn: () => {}, error: () => {} };
  const console: Pick<Console, keyof typeof target> = target;
  const log = createLog({
    level: "info",
    secrets: ["hush"],
    destination: { write: (line) => lines.push(line) },
  });
  takeOverConsole(log, console);
  return { console, read: () => lines.map((line) => JSON.parse(line)) };
}

test("what is printed becomes a line of its level", () => {
  const { console, read } = printer();
  console.log("Ready in %d ms", 7);
  console.warn("careful");
  console.debug("unheard");
  expect(read()).toMatchObject([
    { level: "info", from: "next", msg: "Ready in 7 ms" },
    { level: "warn", msg: "careful" },
  ]);
});

test.each([
  ["Failed to handle request for /?q=anna&x=1", "Failed to handle request for /?…"],
  ["at '/rota/agents/ou_secret' here", "at '/rota/agents/…' here"],
  ["GET /api/feeds/k3y.ics?x=1 500", "GET /api/feeds/…?… 500"],
  ["Is this a question? It is.", "Is this a question? It is."],
  ['Received "whatever was sent".', 'Received "…".'],
  ["\u001b[31mred\u001b[39m", "red"],
  ["the word is hush", "the word is [secret]"],
])("%s", (printed, told) => {
  const { console, read } = printer();
  console.error(printed);
  expect(read()).toMatchObject([{ level: "error", msg: told }]);
});

test("an error keeps its stack", () => {
  const { console, read } = printer();
  console.error(new TypeError("broken"));
  expect(read()[0].msg).toMatch(/^TypeError: broken\n {4}at /);
});
