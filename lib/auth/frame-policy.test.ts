import { describe, expect, test } from "vitest";
import { securityHeaders } from "./frame-policy.ts";

const policy = { nonce: "n0nce", development: false, https: true, path: "/", embedOrigins: [] };

test("only scripts and styles with the nonce run, and nobody may frame us", () => {
  const csp = securityHeaders(policy)["Content-Security-Policy"] ?? "";
  const directives = Object.fromEntries(
    csp.split("; ").map((directive) => {
      const [name, ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
  expect(directives).toEqual({
    "default-src": "'self'",
    "script-src": "'self' 'nonce-n0nce' 'strict-dynamic'",
    "style-src": "'self' 'nonce-n0nce'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' https:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
});

test("text is evaluated in development alone", () => {
  expect(securityHeaders(policy)["Content-Security-Policy"]).not.toContain("unsafe-eval");
  expect(securityHeaders({ ...policy, development: true })["Content-Security-Policy"]).toContain(
    "'unsafe-eval'",
  );
});

test("browsers are held to https only where the public address is https", () => {
  expect(securityHeaders(policy)).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders({ ...policy, https: false })).not.toHaveProperty("Strict-Transport-Security");
});

test("the constant headers", () => {
  expect(securityHeaders(policy)).toMatchObject({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": expect.stringContaining("camera=()"),
  });
});

describe("who may frame", () => {
  const embedOrigins = ["https://portal.example.com", "http://localhost:8080"];
  const headersOf = (path: string, origins: readonly string[] = embedOrigins) =>
    securityHeaders({ ...policy, path, embedOrigins: origins });
  const framers = (headers: Readonly<Record<string, string>>) =>
    headers["Content-Security-Policy"]?.match(/frame-ancestors (.*)$/)?.[1];

  test("/embed: the listed portals, and no header says otherwise", () => {
    const headers = headersOf("/embed");
    expect(framers(headers)).toBe("https://portal.example.com http://localhost:8080");
    expect(headers).not.toHaveProperty("X-Frame-Options");
    expect(headers["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
  });

  test.each(["/", "/coverage", "/agents/embed", "/embed/", "/embed/x", "/Embed", "/api/roster", "/sign-in"])(
    "%s: nobody",
    (path) => {
      const headers = headersOf(path);
      expect(framers(headers)).toBe("'none'");
      expect(headers).toMatchObject({
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
      });
    },
  );

  test("/embed without a list: nobody", () => {
    expect(framers(headersOf("/embed", []))).toBe("'none'");
    expect(headersOf("/embed", [])).toHaveProperty("X-Frame-Options", "DENY");
  });

  test.each(["/embed.js", "/embed-check.js"])("%s runs on foreign pages", (path) => {
    expect(headersOf(path)).toMatchObject({
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Cache-Control": "public, max-age=3600",
    });
  });
});
