import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every page and route asks the guard, or is on the contract's list of what is open to all (product.md, section 7). */

const OPEN_ROUTES = [
  "app/api/[[...rest]]/route.ts",
  "app/api/auth/[provider]/[step]/route.ts",
  "app/api/embed/session/route.ts",
  // By its secret alone; its other method asks the guard itself.
  "app/api/feeds/[name]/route.ts",
  "app/api/health/route.ts",
  "app/api/openapi.json/route.ts",
  "app/api/ready/route.ts",
];
const OPEN_PAGES = ["app/sign-in/page.tsx", "app/embed/page.tsx"];

const routes = globSync("app/**/route.{ts,tsx}").sort();
const pages = globSync("app/**/page.{ts,tsx}").sort();
const textOf = (path: string) => readFileSync(path, "utf8");

/** A route may hand on what a file of lib/server defines. */
function definitionOf(path: string): string {
  const [, from] = /from "#(lib\/server\/[\w-]+-route\.ts)"/.exec(textOf(path)) ?? [];
  return textOf(path) + (from === undefined ? "" : textOf(from));
}

describe("the guard", () => {
  test("there are routes and pages to look at", () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(pages.length).toBeGreaterThan(6);
  });

  test.each(routes)("%s", (path) => {
    const text = definitionOf(path);
    const isGuarded = /\bdefineRoute\(/.test(text) && !/\bdefinePublicRoute\(/.test(text);
    expect(isGuarded || OPEN_ROUTES.includes(path)).toBe(true);
    // Nothing but what the two make is exported, so that no method goes past them.
    expect(textOf(path)).toMatch(/^export const \{ GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS \} = /m);
    expect(textOf(path).match(/^export /gm)).toHaveLength(1);
  });

  test.each(pages)("%s", (path) => {
    expect(/await guardPage\(\)/.test(textOf(path)) || OPEN_PAGES.includes(path)).toBe(true);
  });

  test("no list names a file that is gone", () => {
    const gone = OPEN_ROUTES.filter((path) => !routes.includes(path));
    expect(gone).toEqual([]);
  });

  test("no page streams before it has asked: nothing stands in its place meanwhile", () => {
    expect(globSync("app/**/{loading,template,default}.{ts,tsx}")).toEqual([]);
  });
});
