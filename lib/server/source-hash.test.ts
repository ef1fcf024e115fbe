import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { glanceAtSources, hashSources } from "./source-hash.ts";

const folder = mkdtempSync(join(tmpdir(), "rota-hash-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("the glance changes with a file's size, moment or name, and with the base path", () => {
  write("app/page.tsx", "1");
  const at = (second: number) => utimesSync(join(folder, "app/page.tsx"), second, second);
  at(1_000);
  const seen = new Set([glanceAtSources(folder, "")]);
  write("docs/y.md", "words");
  at(1_000);
  seen.add(glanceAtSources(folder, ""));
  expect(seen.size).toBe(1);

  seen.add(glanceAtSources(folder, "/rota"));
  at(1_001);
  seen.add(glanceAtSources(folder, ""));
  write("app/page.tsx", "12");
  at(1_000);
  seen.add(glanceAtSources(folder, ""));
  write("app/more.tsx", "");
  seen.add(glanceAtSources(folder, ""));
  expect(seen.size).toBe(5);
});

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
