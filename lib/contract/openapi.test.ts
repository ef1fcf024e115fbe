import { expect, test } from "vitest";
import { describeApi } from "./openapi.ts";

const api = JSON.parse(JSON.stringify(describeApi("0.1.0", "")));

test("is OpenAPI 3.1 with a version and the product's paths", () => {
  expect(api).toMatchObject({ openapi: "3.1.0", info: { title: "Helpdesk Rota", version: "0.1.0" } });
  expect(Object.keys(api.paths)).toEqual([
    "/api/roster",
    "/api/coverage",
    "/api/notes",
    "/api/feeds",
    "/api/feeds/{secret}.ics",
    "/api/refresh",
    "/api/embed/session",
    "/api/embed/site",
    "/api/health",
    "/api/ready",
    "/api/metrics",
  ]);
});

test("every reference leads to a schema", () => {
  const references = JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const names = new Set([...references].map(([, name]) => name));
  expect(names).toEqual(new Set(Object.keys(api.components.schemas)));
});

test("the roster is described to its last field", () => {
  const agent = api.components.schemas.Roster.properties.agents.items;
  expect(agent.required).toContain("searchKeys");
  expect(agent.properties.status.enum).toEqual(["online", "offline", "off_duty", "removed", "unknown"]);
  expect(agent.properties.email.type).toEqual(["string", "null"]);
});

test("below a base path the server's address is that path", () => {
  expect(describeApi("0.1.0", "/rota")).toMatchObject({ servers: [{ url: "/rota" }] });
});
