import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { hashSources } from "./source-hash.ts";

const folder = mkdtempSync(join(tmpdir(), "rota-hash-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("the hash changes with sources, lockfile and base path, and with nothing else", () => {
  write("lib/room/a.ts", "1");
  write("package-lock.json", "{}");
  const first = hashSources(folder, "");
  write("lib/room/a.test.ts", "a test");
  write("docs/x.md", "words");
  expect(hashSources(folder, "")).toBe(first);

  const seen = new Set([first, hashSources(folder, "/rota")]);
  write("lib/room/a.ts", "2");
  seen.add(hashSources(folder, ""));
  write("lib/room/b.ts", "");
  seen.add(hashSources(folder, ""));
  write("package-lock.json", "{ }");
  seen.add(hashSources(folder, ""));
  expect(seen.size).toBe(5);
});
