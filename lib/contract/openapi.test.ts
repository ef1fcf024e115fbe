import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { describeApi } from "./openapi.ts";

const api = JSON.parse(JSON.stringify(describeApi("0.1.0", "")));

test("is OpenAPI 3.1 with a version", () => {
  expect(api).toMatchObject({ openapi: "3.1.0", info: { title: "Helpdesk Rota", version: "0.1.0" } });
});

test("every address of the API is described, and no other", () => {
  const files = globSync("app/api/**/route.ts");
  const routes = files.map((path) => `/${path.replace(/^app\/|\/route\.ts$/g, "")}`);
  // The catch-all answers 404 for whatever is no address.
  const wanted = routes.filter((path) => !path.endsWith("/[[...rest]]"));
  // A part that varies has a name of its own in the router, and may have an ending in the description.
  const shape = (path: string) => path.replace(/\[\w+\]|\{\w+\}(\.ics)?/g, "*");
  expect(new Set(Object.keys(api.paths).map(shape))).toEqual(new Set(wanted.map(shape)));
});

test("every parameter of a path is in it, and says what it is", () => {
  for (const [path, verbs] of Object.entries<object>(api.paths)) {
    for (const { parameters = [] } of Object.values(verbs)) {
      const named = parameters.filter((one: { in: string }) => one.in === "path");
      expect(named.map((one: { name: string }) => one.name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
    }
  }
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
