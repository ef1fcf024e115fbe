import { expect, test } from "vitest";
import { SKILLS, thursday } from "#components/now/testing/thursday.ts";
import { listAlone } from "./alone.ts";

/** Hours per skill over the nine days of the test's desk. */
const hoursOf = (id: string) =>
  listAlone(thursday().coverage, SKILLS, id).map(({ skill, spans, lengthMs }) => [
    skill.id,
    spans.length,
    lengthMs / 3_600_000,
  ]);

test("an agent stands alone where nobody else on shift holds the skill, the longest first", () => {
  // Cy has English alone from 18:00 to 22:00, and the default skill alone all the shift.
  expect(hoursOf("cy")).toEqual([
    ["all", 9, 9 * 9],
    ["en", 9, 9 * 4],
  ]);
  expect(hoursOf("ann")).toEqual([["net", 9, 9 * 9]]);
  expect(hoursOf("bo")).toEqual([]);
});

test("nobody who was removed stands alone", () => {
  expect(hoursOf("flo")).toEqual([]);
});
