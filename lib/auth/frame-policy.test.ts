import { expect, test } from "vitest";
import { securityHeaders } from "./frame-policy.ts";

const policy = { nonce: "n0nce", development: false, https: true };

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
    "img-src": "'self' https: data:",
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
