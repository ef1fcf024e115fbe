import { describe, expect, test } from "vitest";
import { identify } from "./identify.ts";

const KEYS = [
  { name: "cron", role: "viewer", key: "cron-key-0123456789" },
  { name: "export", role: "manager", key: "export-key-0123456789" },
  { name: "ops", role: "admin", key: "ops-key-0123456789" },
] as const;
const ask = (authorization: string | null, apiKeys: readonly (typeof KEYS)[number][] = KEYS) =>
  identify(new Headers(authorization === null ? {} : { authorization }), { authMode: "open", apiKeys });

describe("in open mode", () => {
  test("everyone is a manager who also sees the status page", () => {
    expect(ask(null)).toEqual({
      by: "open",
      name: null,
      role: "manager",
      maySeeAll: true,
      maySeeStatus: true,
    });
  });

  test.each([
    ["Bearer cron-key-0123456789", "cron", "viewer", false, false],
    ["bearer  export-key-0123456789 ", "export", "manager", true, false],
    ["Bearer ops-key-0123456789", "ops", "admin", true, true],
  ])("%s is %s", (authorization, name, role, maySeeAll, maySeeStatus) => {
    expect(ask(authorization)).toEqual({ by: "api-key", name, role, maySeeAll, maySeeStatus });
  });

  test.each(["Bearer cron-key-012345678", "Bearer cron-key-01234567890", "Bearer x"])(
    "%s is refused",
    (wrong) => {
      expect(() => ask(wrong)).toThrowError(expect.objectContaining({ code: "unauthenticated" }));
    },
  );

  test("a credential that is none of ours is left alone", () => {
    expect(ask("Basic Y3Jvbjp4").by).toBe("open");
    expect(ask("Bearer a-token-of-the-proxy-in-front", []).by).toBe("open");
  });
});
