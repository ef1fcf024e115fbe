import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

/**
 * Next makes a bundle of every page and route, and of proxy.ts. What they import by name is in memory once for each of
 * them, and made ready before their first answer; what only the process needs comes through `getRuntime`.
 */
const HELD_BY_THE_PROCESS = [
  "lib/config/read-settings.ts",
  "lib/roster/feed.ts",
  "lib/roster/keys.ts",
  "lib/sample-desk/server.ts",
  "lib/server/create-runtime.ts",
  "lib/store/open-store.ts",
  "lib/telemetry/metrics.ts",
];

/** Files of ours that this one imports when it is loaded: neither types nor what it imports by a call. */
function importsOf(path: string): readonly string[] {
  const found = readFileSync(path, "utf8").matchAll(
    /^(?:import|export)(?! type\b)[^;"'()]*?["']([.#][^"']+\.tsx?)["']/gm,
  );
  return [...found].flatMap(([, target]) =>
    target === undefined ? [] : target.startsWith("#") ? target.slice(1) : join(dirname(path), target),
  );
}

function reachedFrom(path: string): ReadonlySet<string> {
  const reached = new Set([path]);
  for (const one of reached) for (const target of existsSync(one) ? importsOf(one) : []) reached.add(target);
  return reached;
}

test.each([...globSync("app/**/{page,layout,route}.{ts,tsx}"), "proxy.ts"])(
  "%s brings no second copy",
  (path) => {
    const reached = reachedFrom(path);
    expect(HELD_BY_THE_PROCESS.filter((held) => reached.has(held))).toEqual([]);
  },
);

test("the process loads what they leave out", () => {
  expect([...reachedFrom("lib/server/create-runtime.ts")]).toEqual(
    expect.arrayContaining(HELD_BY_THE_PROCESS.filter((path) => !/sample-desk/.test(path))),
  );
  expect([...reachedFrom("proxy.ts")]).toContain("lib/server/runtime.ts");
});
