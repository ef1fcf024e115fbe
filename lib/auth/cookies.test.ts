import { expect, test } from "vitest";
import { readCookie, writeCookie } from "./cookies.ts";

const ATTRIBUTES = "Max-Age=60; HttpOnly; SameSite=Lax";

test.each([
  [{ https: true, basePath: "" }, `__Host-a=v; Path=/; ${ATTRIBUTES}; Secure`],
  [{ https: true, basePath: "/rota" }, `__Secure-a=v; Path=/rota; ${ATTRIBUTES}; Secure`],
  [{ https: false, basePath: "" }, `a=v; Path=/; ${ATTRIBUTES}`],
  [{ https: false, basePath: "/rota" }, `a=v; Path=/rota; ${ATTRIBUTES}`],
])("at %j", (place, expected) => {
  expect(writeCookie("a", "v", 60, place)).toBe(expected);
});

test.each([
  ["a=1", "1"],
  ["b=2; a=1=2 ;c", "1=2"],
  ["aa=1; xa=2", null],
  ["a=1; a=2", null],
  ["", null],
])("of %j the cookie a is %j", (cookie, value) => {
  expect(readCookie(new Headers({ cookie }), "a", { https: false, basePath: "" })).toBe(value);
});
