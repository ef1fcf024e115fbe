import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameJson } from "./same-json.ts";

/** The slow obvious way: as text, with the fields of every object in one order. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

// `-0` and `__proto__` are no JSON of ours; few keys and values, so that many pairs are the same.
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, 1, "", "a"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

test("as comparing the text would say", () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(isSameJson(a, b)).toBe(writeSorted(a) === writeSorted(b));
      expect(isSameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
    }),
  );
});

test.each([
  [[], {}],
  [{}, []],
  [null, {}],
  [[1], [1, 2]],
  [{ a: undefined }, { b: undefined }],
  ["1", 1],
])("%j is not %j", (a, b) => {
  expect(isSameJson(a, b)).toBe(false);
});
