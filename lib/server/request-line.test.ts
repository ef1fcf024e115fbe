import fc from "fast-check";
import { expect, test } from "vitest";
import { readRequestLine } from "./request-line.ts";

const pass = (target: string) => ({ kind: "pass", target });
const redirect = (location: string) => ({ kind: "redirect", location });
const refuse = (status: number) => ({ kind: "refuse", status });

test.each([
  ["GET", "/now?a=b", pass("/now?a=b")],
  ["HEAD", "/", pass("/")],
  ["OPTIONS", "/api/roster", pass("/api/roster")],
  ["GET", "/?q=//", pass("/?q=//")],
  // What is encoded is left as it is.
  ["GET", "/%2fnow", pass("/%2fnow")],
  ["GET", "/embed/../now", pass("/embed/../now")],
  // Full addresses.
  ["GET", "http://evil.example/now?a=b", pass("/now?a=b")],
  ["GET", "HTTPS://evil.example", pass("/")],
  ["GET", "http://evil.example?a=b", pass("/?a=b")],
  ["GET", "http://a:b@evil.example:80/now", pass("/now")],
  ["GET", "http://evil.example//other.example/", redirect("/other.example")],
  // Slashes.
  ["GET", "//evil.example/now", redirect("/evil.example/now")],
  ["GET", "///", redirect("/")],
  ["GET", "/\\evil.example", redirect("/evil.example")],
  ["GET", "\\\\evil.example", redirect("/evil.example")],
  ["GET", "/now/?a=b", redirect("/now?a=b")],
  ["POST", "/api//refresh/", redirect("/api/refresh")],
  // Nothing that we could answer.
  ["GET", "*", refuse(400)],
  ["OPTIONS", "*", refuse(400)],
  ["GET", "now", refuse(400)],
  ["GET", "evil.example:443", refuse(400)],
  ["GET", "javascript:alert(1)", refuse(400)],
  ["TRACE", "/", refuse(405)],
  ["PROPFIND", "/", refuse(405)],
  ["TRACE", "*", refuse(405)],
])("%s %s", (method, target, expected) => {
  expect(readRequestLine(method, target)).toEqual(expected);
});

test.each([
  ["/rota", pass("/rota")],
  ["/rota?a=b", pass("/rota?a=b")],
  ["/rota/now", pass("/rota/now")],
  ["/rota/", redirect("/rota")],
  ["//rota//now/", redirect("/rota/now")],
  ["http://evil.example/rota/now", pass("/rota/now")],
  ["/", refuse(404)],
  ["/now", refuse(404)],
  ["/rotas", refuse(404)],
  ["/Rota/now", refuse(404)],
  ["//now//", refuse(404)],
])("below /rota: %s", (target, expected) => {
  expect(readRequestLine("GET", target, "/rota")).toEqual(expected);
});

test("no redirect leads to another host, and none leads on", () => {
  const part = fc.constantFrom("/", "\\", "evil.example", "..", "http:", "?", "#", "a", ":");
  const target = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(target, (text) => {
      const line = readRequestLine("GET", text);
      if (line.kind !== "redirect") return;
      expect(new URL(line.location, "https://rota.example").host).toBe("rota.example");
      expect(readRequestLine("GET", line.location)).toEqual(pass(line.location));
    }),
  );
});
