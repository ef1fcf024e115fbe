import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the shapes are what `npm run icons` makes of Lucide", () => {
  const writer = join(import.meta.dirname, "testing/write-icon-shapes.ts");
  expect(spawnSync(process.execPath, [writer, "--check"], { encoding: "utf8" })).toMatchObject({
    stderr: "",
    status: 0,
  });
});
