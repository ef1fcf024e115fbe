import { expect, test } from "vitest";
import { inTurns } from "./after-paint.ts";

/** Steps that take a millisecond each, and say that they were done. */
function* steps(count: number, done: number[]) {
  for (let step = 0; step < count; step++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    done.push(step);
    yield step;
  }
}

const finished = (work: Iterable<unknown>) => new Promise<void>((resolve) => inTurns(work, resolve));

test("does every step in order, then calls back", async () => {
  const done: number[] = [];
  const all = finished(steps(30, done));
  expect(done).toEqual([]);
  await all;
  expect(done).toEqual(Array.from({ length: 30 }, (_, step) => step));
});

test("others have their turn between", async () => {
  const done: number[] = [];
  let seen = -1;
  setImmediate(() => {
    seen = done.length;
  });
  await finished(steps(60, done));
  expect(seen).toBeGreaterThanOrEqual(0);
  expect(seen).toBeLessThan(60);
});

test("calls back also where there is nothing to do", () => finished([]));

test("taken back, it stops and never calls back", async () => {
  const done: number[] = [];
  let isCalled = false;
  const stop = inTurns(steps(60, done), () => {
    isCalled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  stop();
  const before = done.length;
  await finished(steps(5, []));
  expect([isCalled, done.length]).toEqual([false, before]);
});
