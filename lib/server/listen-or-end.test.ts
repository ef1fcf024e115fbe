import { createServer } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { findFreePort } from "./free-port.ts";
import { listenOrEnd } from "./listen-or-end.ts";

/** What happens to a process that is to listen there, in order. */
async function listenAt(host: string, port: number) {
  const server = createServer();
  onTestFinished(() => void server.close());
  const events: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    events.push(String(text));
    return true;
  });
  const stop = async () => {
    await new Promise(setImmediate);
    events.push("stopped");
  };
  await listenOrEnd(server, { settings: { host, port }, stop }, (status) => events.push(`ended ${status}`));
  write.mockRestore();
  return { server, events };
}

test("it listens where it is told", async () => {
  const { server, events } = await listenAt("127.0.0.1", 0);
  expect(events).toEqual([]);
  expect(server.listening).toBe(true);
});

test("a port that somebody else has: what has begun ends before the process does", async () => {
  const port = await findFreePort("127.0.0.1");
  await listenAt("127.0.0.1", port);
  const { events } = await listenAt("127.0.0.1", port);
  expect(events).toEqual(["PORT: cannot be listened on (EADDRINUSE)\n", "stopped", "ended 1"]);
});

test("an address that is not this machine's is the fault of HOST", async () => {
  const { events } = await listenAt("192.0.2.1", 0);
  expect(events).toEqual(["HOST: cannot be listened on (EADDRNOTAVAIL)\n", "stopped", "ended 1"]);
});
