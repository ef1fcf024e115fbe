import { afterEach, expect, test } from "vitest";
import { progressStore } from "#components/ui/progress.ts";
import { errandStore } from "./errands.ts";

/** An errand that ends when the test says so, and what it was given. */
function begin() {
  const gate = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const ended = errandStore.start("file", (signal) => {
    signals.push(signal);
    return gate.promise;
  });
  return { ...gate, ended, isAborted: () => signals[0]?.aborted };
}

afterEach(() => {
  errandStore.leave("file");
  progressStore.dismiss();
});

test("runs until it ends, and tells of both", async () => {
  const told: boolean[] = [];
  const unsubscribe = errandStore.subscribe(() => told.push(errandStore.isRunning("file")));
  const errand = begin();
  expect(errandStore.isRunning("file")).toBe(true);
  expect(errandStore.isRunning("signOut")).toBe(false);
  errand.resolve();
  await errand.ended;
  unsubscribe();
  expect(told).toEqual([true, false]);
  expect(progressStore.told().hasFailed).toBe(false);
});

test("goes on when whoever listened is gone", async () => {
  const unsubscribe = errandStore.subscribe(() => undefined);
  const errand = begin();
  unsubscribe();
  expect(errandStore.isRunning("file")).toBe(true);
  expect(errand.isAborted()).toBe(false);
});

test("says that it failed", async () => {
  const errand = begin();
  errand.reject(new Error("no"));
  await errand.ended;
  expect(errandStore.isRunning("file")).toBe(false);
  expect(progressStore.told().hasFailed).toBe(true);
});

test("stops when it is left, and then has not failed", async () => {
  const errand = begin();
  errandStore.leave("file");
  expect(errandStore.isRunning("file")).toBe(false);
  expect(errand.isAborted()).toBe(true);
  errand.reject(new Error("aborted"));
  await errand.ended;
  expect(progressStore.told().hasFailed).toBe(false);
});

test("the next takes the place of the last, whose end then says nothing", async () => {
  const first = begin();
  const second = begin();
  expect(first.isAborted()).toBe(true);
  first.resolve();
  await first.ended;
  expect(errandStore.isRunning("file")).toBe(true);
  expect(second.isAborted()).toBe(false);
});
