import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { fetchRuleNotes } from "./fetch-notes.ts";

/** A server that gives this answer to everything, and what it was asked. */
async function serve(status: number, body: string) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  const read = () =>
    fetchRuleNotes(`http://127.0.0.1:${address.port}/rota`, "a&b", AbortSignal.timeout(5_000));
  return { asked, read };
}

test("asks for the findings about rules alone, and gathers them by agent", async () => {
  const note = (agent: string, code: string) => ({ agent, name: agent, code, severity: "low" });
  const notes = [
    note("ann", "group-overlaps-day"),
    note("__proto__", "overnight-meets-next"),
    note("ann", "overnight-meets-next"),
  ];
  const { asked, read } = await serve(200, JSON.stringify({ notes, setAside: {} }));
  expect([...(await read())]).toEqual([
    ["ann", ["group-overlaps-day", "overnight-meets-next"]],
    ["__proto__", ["overnight-meets-next"]],
  ]);
  expect(asked).toEqual(["/rota/api/notes?desk=a%26b&code=group-overlaps-day%2Covernight-meets-next"]);
});

test.each([
  ["a refusal", 503, "{}"],
  ["another page", 200, "<html>"],
  ["a code it does not know", 200, '{"notes":[{"agent":"ann","code":"new"}]}'],
])("%s is no empty list", async (_, status, body) => {
  await expect((await serve(status, body)).read()).rejects.toThrow();
});
