import { expect, test } from "vitest";
import { routeNameOf } from "./route-names.ts";

test.each([
  ["/", "/"],
  ["/?q=anna", "/"],
  ["/coverage", "/coverage"],
  ["/coverage/", "/coverage"],
  ["/agents/ou_secret", "/agents/:id"],
  ["/agents/ou_secret/more", "other"],
  ["/api/feeds", "/api/feeds"],
  ["/api/feeds/k3y.ics", "/api/feeds/:name"],
  ["/api/auth/feishu/callback?code=1", "/api/auth/*"],
  ["/api/invented/by/anybody", "/api/*"],
  ["/api", "/api/*"],
  ["/_next/static/chunks/a.js", "/_next/*"],
  ["/../../etc/passwd", "other"],
  ["//evil.example/", "other"],
  ["", "other"],
  ["*", "other"],
])("%s is %s", (path, name) => {
  expect(routeNameOf(path)).toBe(name);
});

test.each([
  ["/rota", "/"],
  ["/rota/", "/"],
  ["/rota/api/roster?desk=it", "/api/roster"],
  ["/rotary", "other"],
])("below the base path /rota, %s is %s", (path, name) => {
  expect(routeNameOf(path, "/rota")).toBe(name);
});
