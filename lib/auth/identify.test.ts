import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import type { Access } from "./access.ts";
import { identify } from "./identify.ts";

const KEYS = [
  { name: "cron", role: "viewer", key: "cron-key-0123456789" },
  { name: "export", role: "manager", key: "export-key-0123456789" },
  { name: "ops", role: "admin", key: "ops-key-0123456789" },
] as const;
const OPEN: Access = {
  mode: { kind: "open" },
  roles: { managers: [], admins: [] },
  sessions: {
    secrets: [],
    epoch: 0,
    cookies: { https: true, basePath: "" },
    clock: { now: () => asInstant(0) },
  },
  embed: { sessionSecrets: [], embedKeys: [], basePath: "" },
  apiKeys: KEYS,
};
const ask = (authorization: string | null, apiKeys: readonly (typeof KEYS)[number][] = KEYS) =>
  identify(new Headers(authorization === null ? {} : { authorization }), { ...OPEN, apiKeys });

describe("in open mode", () => {
  test("everyone is a manager who also sees the status page", async () => {
    expect(await ask(null)).toEqual({
      by: "open",
      name: null,
      role: "manager",
      maySeeAll: true,
      maySeeStatus: true,
      scope: null,
    });
  });

  test.each([
    ["Bearer cron-key-0123456789", "cron", "viewer", false, false],
    ["bearer  export-key-0123456789 ", "export", "manager", true, false],
    ["Bearer ops-key-0123456789", "ops", "admin", true, true],
  ])("%s is %s", async (authorization, name, role, maySeeAll, maySeeStatus) => {
    expect(await ask(authorization)).toEqual({
      by: "api-key",
      name,
      role,
      maySeeAll,
      maySeeStatus,
      scope: null,
    });
  });

  test.each(["Bearer cron-key-012345678", "Bearer cron-key-01234567890", "Bearer x"])(
    "%s is refused",
    async (wrong) => {
      await expect(ask(wrong)).rejects.toMatchObject({ code: "unauthenticated" });
    },
  );

  test("a credential that is none of ours is left alone", async () => {
    expect((await ask("Basic Y3Jvbjp4")).by).toBe("open");
    expect((await ask("Bearer a-token-of-the-proxy-in-front", [])).by).toBe("open");
  });
});
