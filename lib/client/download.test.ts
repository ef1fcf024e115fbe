import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { attachmentHeader } from "#lib/export/attachment.ts";
import { fetchFile } from "./download.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/` : "";
}

const unaborted = () => new AbortController().signal;

test.each(["IT Helpdesk 2026-11-23", "客服 2026-11-23", "(it's) 100%; a\"b"])(
  "a file keeps the name that the server gives: %s",
  async (name) => {
    const disposition = attachmentHeader(name, "csv");
    const url = await serve((response) => {
      response.setHeader("Content-Disposition", disposition).end("id,name\r\n");
    });
    const file = await fetchFile(url, unaborted());
    expect(file.name).toBe(decodeURIComponent(disposition.split("UTF-8''")[1] ?? ""));
    expect(file.name).toMatch(/\.csv$/);
    expect(await file.body.text()).toBe("id,name\r\n");
  },
);

test("what is refused is no file", async () => {
  const url = await serve((response) => response.writeHead(403).end("{}"));
  await expect(fetchFile(url, unaborted())).rejects.toThrow("403");
});

test("a file that breaks off is no file", async () => {
  const url = await serve((response) => {
    response.writeHead(200, { "Content-Length": 100 });
    response.write("id,name", () => response.destroy());
  });
  await expect(fetchFile(url, unaborted())).rejects.toThrow();
});

test("whoever leaves stops the server too", async () => {
  const gone = Promise.withResolvers<void>();
  const leaving = new AbortController();
  const url = await serve((response) => {
    response.on("close", gone.resolve);
    response.write("id,name", () => leaving.abort());
  });
  await expect(fetchFile(url, leaving.signal)).rejects.toThrow("abort");
  await gone.promise;
});
