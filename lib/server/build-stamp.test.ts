import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { isBuiltFrom, readSources, stampBuild } from "./build-stamp.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rota-stamp-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["lib", "dist"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "lib/a.ts"), "1");
});
const stamp = () => readFileSync(join(root, "dist/sources.txt"), "utf8");

test("a build is of the sources it was stamped with, and of its base path alone", () => {
  expect(isBuiltFrom(root, "dist", "")).toBe(false);
  stampBuild(root, "dist", readSources(root, ""));
  expect(isBuiltFrom(root, "dist", "")).toBe(true);
  expect(isBuiltFrom(root, "dist", "/rota")).toBe(false);
  writeFileSync(join(root, "lib/a.ts"), "2");
  expect(isBuiltFrom(root, "dist", "")).toBe(false);
});

test("files that were only copied anew are the same, which is found out once", () => {
  stampBuild(root, "dist", readSources(root, ""));
  const first = stamp();
  utimesSync(join(root, "lib/a.ts"), 1, 1);
  expect(isBuiltFrom(root, "dist", "")).toBe(true);
  expect(stamp()).not.toBe(first);
  expect(stamp().split("\n")[0]).toBe(first.split("\n")[0]);
});

test("a build is of what was there when it began, whatever was saved while it was made", () => {
  const sources = readSources(root, "");
  writeFileSync(join(root, "lib/a.ts"), "2");
  stampBuild(root, "dist", sources);
  expect(isBuiltFrom(root, "dist", "")).toBe(false);
  writeFileSync(join(root, "lib/a.ts"), "1");
  expect(isBuiltFrom(root, "dist", "")).toBe(true);
});

test("a folder that may not be written to is no fault, anything else is", () => {
  const failWith = (code: string) => () => {
    throw Object.assign(new Error(code), { code });
  };
  const stampWith = (code: string) => () => stampBuild(root, "dist", "stamp", failWith(code));
  for (const code of ["EACCES", "EPERM", "EROFS"]) expect(stampWith(code)).not.toThrow();
  for (const code of ["ENOSPC", "EISDIR", "EMFILE"]) expect(stampWith(code)).toThrow(code);
  mkdirSync(join(root, "dist/sources.txt"));
  expect(() => stampBuild(root, "dist", "stamp")).toThrow("EISDIR");
  expect(isBuiltFrom(root, "dist", "")).toBe(false);
});
