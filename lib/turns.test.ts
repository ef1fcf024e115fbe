import fc from "fast-check";
import { expect, test } from "vitest";
import { doAtOnce, type InTurns, inSlices, takeTurns } from "./turns.ts";

/** Work of so many slices, each of which takes ten of the test's milliseconds. */
function slowWork(slices: number) {
  let elapsedMs = 0;
  function* work(): InTurns<string> {
    for (let slice = 0; slice < slices; slice++) {
      elapsedMs += 10;
      yield;
    }
    return "done";
  }
  return { work: work(), nowMs: () => elapsedMs };
}

test("others have their turn after each that is over", async () => {
  const { work, nowMs } = slowWork(20);
  let others = 0;
  let isDone = false;
  const other = () => {
    others++;
    if (!isDone) setImmediate(other);
  };
  setImmediate(other);
  expect(await takeTurns(work, nowMs)).toBe("done");
  isDone = true;
  expect(others).toBeGreaterThanOrEqual(20);
});

test("the turns of several works are as many: none is in another's", async () => {
  let others = 0;
  let isDone = false;
  const other = () => {
    others++;
    if (!isDone) setImmediate(other);
  };
  setImmediate(other);
  const ended: number[] = [];
  const works = [3, 10, 10, 10].map(async (slices, index) => {
    const { work, nowMs } = slowWork(slices);
    await takeTurns(work, nowMs);
    ended.push(index);
  });
  await Promise.all(works);
  isDone = true;
  expect(others).toBeGreaterThanOrEqual(33);
  // And each goes on in its turn: the short one does not wait for the long ones.
  expect(ended).toEqual([0, 1, 2, 3]);
});

test("work that takes no time needs no turn", async () => {
  let others = 0;
  setImmediate(() => others++);
  await takeTurns(slowWork(20).work, () => 0);
  expect(others).toBe(0);
});

test("done at once it comes to the same", () => {
  expect(doAtOnce(slowWork(20).work)).toBe("done");
});

test("a fault in a later turn reaches the caller", async () => {
  function* work(): InTurns<void> {
    yield;
    throw new Error("later");
  }
  const { nowMs } = slowWork(0);
  await expect(takeTurns(work(), nowMs)).rejects.toThrow("later");
});

test("slices hold every item once, in its order, with a turn between two", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 10 }), (items, size) => {
      const slices: (readonly number[])[] = [];
      const turns = [...inSlices(items, size, (slice) => slices.push(slice))].length;
      expect(slices.flat()).toEqual(items);
      expect(slices.every((slice) => slice.length > 0 && slice.length <= size)).toBe(true);
      expect(turns).toBe(Math.max(0, slices.length - 1));
    }),
  );
});
