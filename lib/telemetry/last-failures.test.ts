import { expect, test } from "vitest";
import { createLastFailures } from "./last-failures.ts";

const failure = (problem: string, failedAt: number, logId: string | null = null) => ({
  desk: "main",
  problem,
  logId,
  remedy: null,
  message: "No answer.",
  failedAt,
});

test("the latest come first, and equal ones in a row are one that remembers its log id", () => {
  const last = createLastFailures();
  last.note(failure("timeout", 1));
  last.note(failure("rate_limited", 2, "log-1"));
  last.note(failure("rate_limited", 3));
  expect(last.read()).toEqual([
    { ...failure("rate_limited", 3, "log-1"), times: 2 },
    { ...failure("timeout", 1), times: 1 },
  ]);
});

test("no more than twenty are kept", () => {
  const last = createLastFailures();
  for (let i = 0; i < 50; i++) last.note(failure(i % 2 === 0 ? "timeout" : "unreachable", i));
  expect(last.read().map(({ failedAt }) => failedAt)).toEqual(Array.from({ length: 20 }, (_, i) => 49 - i));
});
