import { expect, test } from "vitest";
import type { ExceptionKind } from "#lib/schedule/exceptions.ts";
import { agent } from "#lib/schedule/testing/agents.ts";
import { fitExceptions } from "./fit-exceptions.ts";

const of = (kind: ExceptionKind, count: number) =>
  [
    kind,
    Array.from({ length: count }, (_, i) => ({ agent: agent(`a${i}`), onShift: true, exception: kind })),
  ] as const;

test.each([
  { given: [of("offline-on-shift", 3)], lines: 6, shown: [3] },
  { given: [of("offline-on-shift", 9)], lines: 6, shown: [5] },
  { given: [of("offline-on-shift", 9), of("online-off-shift", 1)], lines: 6, shown: [3, 1] },
  { given: [of("offline-on-shift", 1), of("online-off-shift", 9)], lines: 6, shown: [1, 3] },
  {
    given: [of("offline-on-shift", 9), of("off-duty-on-shift", 9), of("online-off-shift", 9)],
    lines: 6,
    shown: [1, 1, 1],
  },
  {
    given: [of("offline-on-shift", 9), of("off-duty-on-shift", 9), of("online-off-shift", 9)],
    lines: 5,
    shown: [2, 1],
  },
  { given: [of("offline-on-shift", 2)], lines: 1, shown: [] },
  { given: [], lines: 6, shown: [] },
])("$lines lines hold $shown", ({ given, lines, shown }) => {
  const fitted = fitExceptions(given, lines);
  expect(fitted.map((one) => one.shown.length)).toEqual(shown);
  expect(fitted.map(({ kind, count }) => [kind, count])).toEqual(
    given.slice(0, shown.length).map(([kind, agents]) => [kind, agents.length]),
  );
});
