import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError, RateLimitedError } from "#lib/errors.ts";
import { createLog } from "#lib/telemetry/log.ts";
import { createAudit } from "./audit.ts";
import { createLimits } from "./limits.ts";
import { countOrRefuse, noteRefusal, noteUse, refuseIfOver } from "./watch.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 19, 12) }));
afterEach(() => void vi.useRealTimers());

const refused = new AppError("unauthenticated", "This needs a valid credential.");

function open(trustProxyHops = 1) {
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], destination: { write: (line) => lines.push(line) } });
  const settings = { trustProxyHops, basePath: "/rota" };
  const runtime = { audit: createAudit(log), limits: createLimits(), settings };
  const read = () => lines.map((line): Record<string, unknown> => JSON.parse(line));
  const asked = (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const request = new Request(`http://localhost/rota${path}`, { method: "POST", headers });
    return { runtime, request, requestId: "r1" };
  };
  return { asked, read };
}
const from = (address: string) => ({ "x-forwarded-for": address });

describe("a refusal", () => {
  test("is written down with where it came from and what was asked, and stays what it is", async () => {
    const { asked, read } = open();
    const answered = await noteRefusal(asked("/api/roster?q=anna", from("192.0.2.1")), refused);
    expect(answered).toBe(refused);
    expect(read()).toEqual([
      expect.objectContaining({
        audit: true,
        event: "access",
        result: "refused",
        who: null,
        from: "192.0.2.1",
        requestId: "r1",
        method: "POST",
        route: "/api/roster",
        code: "unauthenticated",
      }),
    ]);
    expect(JSON.stringify(read())).not.toContain("anna");
  });

  test("for another reason than who asks is none of ours", async () => {
    const { asked, read } = open();
    const unknown = new AppError("not_found", "There is no such desk.");
    expect(await noteRefusal(asked("/api/roster"), unknown)).toBe(unknown);
    expect(read()).toEqual([]);
  });

  test("without a credential is no guess, however often", async () => {
    const { asked } = open();
    for (let i = 0; i < 1_000; i++) await noteRefusal(asked("/api/roster"), refused);
    expect(await noteRefusal(asked("/api/roster"), refused)).toBe(refused);
  });
});

describe("500 bad tokens in a minute", () => {
  async function flood(hops: number) {
    const { asked, read } = open(hops);
    const answers: AppError[] = [];
    const one = asked("/api/embed/session", from("192.0.2.1"));
    for (let i = 0; i < 500; i++) answers.push(await noteRefusal(one, refused));
    return { asked, read, answers };
  }

  test.each([
    ["of a known client", 1],
    ["of whoever it may be", 0],
  ])("%s: the first sixty are heard, the rest is put off, and one line says so", async (_, hops) => {
    const { answers, read } = await flood(hops);
    expect(answers.slice(0, 60).every((answer) => answer === refused)).toBe(true);
    const last = answers.at(-1);
    expect(last).toBeInstanceOf(RateLimitedError);
    expect(last).toMatchObject({ code: "rate_limited", retryAfterS: 60 });
    expect(read().filter(({ event }) => event === "throttled")).toHaveLength(1);
    expect(read().length).toBeLessThan(40);
  });

  test("are no other client's", async () => {
    const { asked } = await flood(1);
    expect(await noteRefusal(asked("/api/embed/session", from("192.0.2.2")), refused)).toBe(refused);
  });

  test("are forgotten a minute later", async () => {
    const { asked } = await flood(1);
    vi.advanceTimersByTime(60_000);
    expect(await noteRefusal(asked("/api/embed/session", from("192.0.2.1")), refused)).toBe(refused);
  });
});

test("wrong keys are put off too, in time", async () => {
  const { asked } = open();
  const guess = asked("/api/roster", { ...from("192.0.2.1"), authorization: "Bearer wrong" });
  const answers = await Promise.all(Array.from({ length: 601 }, () => noteRefusal(guess, refused)));
  expect(answers.filter((answer) => answer instanceof RateLimitedError)).toHaveLength(1);
});

test("who is known to have been refused too often is not heard; who is unknown always is", async () => {
  const { asked } = open(1);
  const known = asked("/api/auth/oidc/callback", from("192.0.2.1"));
  const { refusedSignIns } = known.runtime.limits;
  for (let i = 0; i < 200; i++) {
    await countOrRefuse(known, refusedSignIns);
    await countOrRefuse(asked("/api/auth/oidc/callback"), refusedSignIns);
  }
  expect(await refuseIfOver(known, refusedSignIns)).toBeInstanceOf(RateLimitedError);
  expect(await refuseIfOver(asked("/api/auth/oidc/callback"), refusedSignIns)).toBeNull();
});

test("what a viewer does is written down by their id", async () => {
  const { asked, read } = open();
  await noteUse(asked("/api/export/csv"), { by: "oidc", id: "ada", role: "manager" }, "export", {
    format: "csv",
  });
  expect(read()).toMatchObject([
    { event: "export", result: "ok", who: "ada", format: "csv", from: "unknown" },
  ]);
});
