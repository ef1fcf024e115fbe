import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBuiltConfig } from "./built-config.ts";

const dist = mkdtempSync(join(tmpdir(), "rota-built-"));
afterAll(() => rmSync(dist, { recursive: true }));

test("what Next has written down of a build is read", () => {
  const config = { basePath: "/rota", compress: true };
  writeFileSync(join(dist, "required-server-files.json"), JSON.stringify({ version: 1, config }));
  expect(readBuiltConfig(dist)).toEqual({ basePath: "/rota", json: JSON.stringify(config) });
});

test.each(["", "{", "{}", "null", '{"config":null}', '{"config":{"basePath":1}}'])(
  "%j is no build",
  (text) => {
    writeFileSync(join(dist, "required-server-files.json"), text);
    expect(readBuiltConfig(dist)).toBe(null);
  },
);

test("nor is an empty folder", () => {
  expect(readBuiltConfig(join(dist, "nothing"))).toBe(null);
});
