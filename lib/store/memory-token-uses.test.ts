import { expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { createMemoryTokenUses } from "./memory-token-uses.ts";

const START = Date.UTC(2026, 10, 19, 9, 20);
const at = (ms: number) => asInstant(START + ms);

function open(keptMax?: number) {
  const clock = { at: at(0) };
  return { clock, uses: createMemoryTokenUses(() => clock.at, keptMax) };
}

test("an id is good once until its time, and is another's again afterwards", async () => {
  const { clock, uses } = open();
  expect(await uses.useOnce("a", at(1_000))).toBe(true);
  expect(await uses.useOnce("a", at(1_000))).toBe(false);
  expect(await uses.useOnce("b", at(1_000))).toBe(true);
  clock.at = at(999);
  expect(await uses.useOnce("a", at(2_000))).toBe(false);
  clock.at = at(1_000);
  expect(await uses.useOnce("a", at(2_000))).toBe(true);
});

test("of many who ask at the same moment one is first", async () => {
  const { uses } = open();
  const answers = await Promise.all(Array.from({ length: 50 }, () => uses.useOnce("a", at(1_000))));
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test("full, it makes room for what is over and refuses the rest", async () => {
  const { clock, uses } = open(2);
  await uses.useOnce("a", at(1_000));
  await uses.useOnce("b", at(5_000));
  await expect(uses.useOnce("c", at(5_000))).rejects.toThrowError("Too many");
  expect(await uses.useOnce("b", at(5_000))).toBe(false);
  clock.at = at(1_000);
  expect(await uses.useOnce("c", at(5_000))).toBe(true);
});
