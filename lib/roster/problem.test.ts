import { describe, expect, test } from "vitest";
import type { Problem, ProblemCode } from "#lib/contract/roster.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { ReadFailure } from "./ports.ts";
import { problemAfter } from "./problem.ts";

const NOW = asInstant(Date.parse("2026-11-19T09:20:00Z"));
const now = "2026-11-19T09:20:00.000Z";
const before = "2026-11-19T09:00:00.000Z";

function after(last: Problem | null, code: ProblemCode, logId: string | null = null): Problem {
  return problemAfter(last, code, new ReadFailure("timeout", "no answer", { logId }), NOW);
}

describe("since", () => {
  test.each<[string, ProblemCode | null, ProblemCode, string]>([
    ["the first failure", null, "timeout", now],
    ["the next of the same code", "timeout", "timeout", before],
    ["the next of another code", "timeout", "unreachable", before],
    ["removed agents who cannot be read once the desk can", "timeout", "removed_unread", now],
    ["the same again", "removed_unread", "removed_unread", before],
    ["a desk that cannot be read either", "removed_unread", "timeout", now],
  ])("%s", (_what, last, code, since) => {
    expect(after(last && { code: last, since: before }, code)).toEqual({ code, since });
  });
});

test("the log id is the first that Feishu gave for a code", () => {
  const first = after(null, "timeout");
  const second = after(first, "timeout", "log-1");
  expect(second).toEqual({ ...first, logId: "log-1" });
  expect(after(second, "timeout", "log-2")).toBe(second);
  expect(after(second, "unreachable", "log-3").logId).toBe("log-3");
  expect(after(second, "unreachable").logId).toBeUndefined();
});
