import { describe, expect, it } from "vitest";
import { FEISHU_ERROR_KINDS, FeishuError, isTokenRejection, kindOfCode, toReadFailure } from "./errors.ts";

const failureOf = (code: number, httpStatus = 400) =>
  toReadFailure(new FeishuError(kindOfCode(code, httpStatus), "x", { code, httpStatus }));

describe("codes", () => {
  it.each([
    [10003, "config", "credentials_refused"],
    [10014, "config", "credentials_refused"],
    [10015, "config", "credentials_refused"],
    [99991543, "config", "credentials_refused"],
    [154001, "config", "credentials_refused"],
    [99991661, "auth", "credentials_refused"],
    [99991662, "config", "credentials_refused"],
    [99991663, "auth", "credentials_refused"],
    [99991664, "auth", "credentials_refused"],
    [99991665, "auth", "credentials_refused"],
    [99991666, "auth", "credentials_refused"],
    [99991668, "auth", "credentials_refused"],
    [99991671, "auth", "credentials_refused"],
    [99991677, "auth", "credentials_refused"],
    [154003, "scope", "permission_refused"],
    [99991672, "scope", "permission_refused"],
    [99991673, "scope", "permission_refused"],
    [99991675, "scope", "permission_refused"],
    [99991679, "scope", "permission_refused"],
    [99991401, "config", "permission_refused"],
    [99991400, "rate", "rate_limited"],
    [99991403, "quota", "quota_used_up"],
    [154000, "config", "upstream_error"],
    [154004, "config", "upstream_error"],
    [155000, "upstream", "upstream_error"],
    [1, "upstream", "upstream_error"],
    [-1, "upstream", "upstream_error"],
  ])("%i is %s, and %s to the feed", (code, kind, problem) => {
    expect([kindOfCode(code, 400), failureOf(code).problem]).toEqual([kind, problem]);
  });

  it("the HTTP status decides only where the code says nothing: the quota also comes with 429", () => {
    expect(kindOfCode(1, 429)).toBe("rate");
    expect(kindOfCode(99991403, 429)).toBe("quota");
    expect(kindOfCode(99991400, 400)).toBe("rate");
  });

  it("only a rejected token is worth a new one", () => {
    const rejected = [99991663, 99991664, 99991665, 99991668, 99991671];
    const others = [99991661, 99991662, 99991672, 99991677, 154001, 10014, 0];
    const worth = (code: number) => isTokenRejection(new FeishuError("auth", "x", { code }));
    expect([...rejected, ...others].filter(worth)).toEqual(rejected);
    expect(isTokenRejection(new FeishuError("network", "x"))).toBe(false);
  });
});

describe("kinds without a code", () => {
  it.each([
    ["auth", "credentials_refused"],
    ["scope", "permission_refused"],
    ["rate", "rate_limited"],
    ["quota", "quota_used_up"],
    ["config", "credentials_refused"],
    ["upstream", "upstream_error"],
    ["network", "unreachable"],
    ["timeout", "timeout"],
    ["shape", "unreadable_answer"],
    ["too_large", "too_large"],
    ["redirect", "unreadable_answer"],
  ] as const)("%s is %s to the feed", (kind, problem) => {
    expect(toReadFailure(new FeishuError(kind, "x")).problem).toBe(problem);
    expect(FEISHU_ERROR_KINDS).toContain(kind);
  });

  it("carry message, log id and wait on", () => {
    const failure = toReadFailure(new FeishuError("rate", "Too many.", { logId: "log", waitMs: 5 }));
    expect(failure).toMatchObject({ message: "Too many.", logId: "log", waitMs: 5 });
    expect(failure.cause).toBeUndefined();
  });
});

describe("what an administrator is told to look at", () => {
  it.each([
    [10003, "app_id"],
    [10014, "app_secret"],
    [154001, "helpdesk"],
    [154003, "scope"],
    [99991401, "addresses"],
    [99991672, "scope"],
    [99991662, "app_state"],
    [99991663, null],
    [155000, null],
  ])("after code %i: %s", (code, remedy) => {
    expect(toReadFailure(new FeishuError("config", "refused", { code })).remedy).toBe(remedy);
  });
});
