import fc from "fast-check";
import { expect, test } from "vitest";
import { readReturnPath, signInPath } from "./return-path.ts";

test.each([
  "/",
  "/coverage?week=2026-11-16&start=sun",
  "/agents/ou_1%2F2",
  "/?q=%E5%BC%A0&next=//evil.example",
])("%s is a way back", (path) => {
  expect(readReturnPath(path)).toBe(path);
});

// security.md, list 53.
test.each([
  null,
  "",
  "coverage",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  " //evil.example",
  "/sign-in?next=/",
  "/api/auth/feishu/start",
  `/${"x".repeat(2_000)}`,
])("%j leads home", (path) => {
  expect(readReturnPath(path)).toBe("/");
});

test("whatever is asked for, it stays on our origin, and is read the same again", () => {
  const odd = fc.string({ unit: fc.constantFrom("/", "\\", ".", ":", "@", "%2f", "\t", "a", "?", "#", "é") });
  fc.assert(
    fc.property(fc.oneof(odd, fc.webUrl(), fc.string()), (text) => {
      const path = readReturnPath(text);
      expect(new URL(path, "https://rota.example").origin).toBe("https://rota.example");
      expect(readReturnPath(path)).toBe(path);
    }),
  );
});

test("the sign-in page is told the way back", () => {
  expect(signInPath("/now?q=a&b")).toBe("/sign-in?next=%2Fnow%3Fq%3Da%26b");
});
