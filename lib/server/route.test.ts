import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "#lib/config/read-settings.ts";
import { ERROR_CODES, errorSchema } from "#lib/contract/answers.ts";
import { AppError, ERROR_STATUS } from "#lib/errors.ts";
import { replyJson } from "./reply.ts";
import { definePublicRoute, defineRoute } from "./route.ts";
import { dropRuntime, keepRuntime } from "./runtime.ts";

const API_KEY = "machine-key-0123456789";
const BASE = "http://localhost:3000/api/x";

beforeAll(async () => {
  const keys = JSON.stringify([{ name: "cron", role: "viewer", key: API_KEY }]);
  await keepRuntime(readSettings({ LOG_LEVEL: "silent", API_KEYS: keys }));
});
afterAll(dropRuntime);

const route = defineRoute({
  GET: ({ viewer, search }) => replyJson({ role: viewer.role, q: search.get("q") }),
  POST: () => replyJson({ done: true }, 202),
});

let thrown = new Error("nothing yet");
const throwing = definePublicRoute({ GET: () => Promise.reject(thrown) });

function ask(method: keyof typeof route, init: RequestInit = {}, url = BASE): Promise<Response> {
  return route[method](new Request(url, { ...init, method }));
}

describe("a route", () => {
  test("answers with a request id, and nothing of it may be kept", async () => {
    const response = await ask("GET", {}, `${BASE}?q=a`);
    expect(await response.json()).toEqual({ role: "manager", q: "a" });
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("HEAD is GET without a body", async () => {
    const response = await ask("HEAD");
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  test.each(["PUT", "PATCH", "DELETE"] as const)("%s is refused, saying what is allowed", async (method) => {
    const response = await ask(method);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(errorSchema.parse(await response.json()).error.code).toBe("method_not_allowed");
  });

  test("OPTIONS says what is allowed, and allows no foreign page", async () => {
    const response = await ask("OPTIONS", { headers: { origin: "https://evil.example" } });
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  test.each([
    [{}, 202],
    [{ origin: "http://127.0.0.1:3000" }, 202],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://evil.example", host: "evil.example" }, 403],
  ])("a POST with %o: %i", async (headers, status) => {
    expect((await ask("POST", { headers })).status).toBe(status);
  });

  test("a machine carries its own role, and a wrong key is refused without a reason", async () => {
    const known = await ask("GET", { headers: { authorization: `Bearer ${API_KEY}` } });
    expect((await known.json()).role).toBe("viewer");
    const wrong = await ask("GET", { headers: { authorization: `Bearer ${API_KEY}9` } });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).not.toContain(API_KEY);
  });
});

describe("an error of a handler", () => {
  const failing = (error: Error) => {
    thrown = error;
    return throwing.GET(new Request(BASE));
  };

  test.each(ERROR_CODES)("%s has its HTTP status, in the envelope", async (code) => {
    const response = await failing(new AppError(code, "Why."));
    expect(response.status).toBe(ERROR_STATUS[code]);
    const { error } = errorSchema.parse(await response.json());
    expect(error).toEqual({ code, message: "Why.", requestId: response.headers.get("x-request-id") });
  });

  test("anything else is internal, and tells nothing", async () => {
    const response = await failing(new TypeError("secret inside"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });
});
