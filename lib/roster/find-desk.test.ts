import { expect, test } from "vitest";
import { findDesk } from "./find-desk.ts";
import { readCoverage } from "./read-coverage.ts";
import { readNotes } from "./read-notes.ts";
import { readRoster } from "./read-roster.ts";
import type { RosterScope, RosterShape } from "./shape.ts";
import { listWithSkills, openContext } from "./testing/open-context.ts";

/** What a scope hides is in none of the verbs' answers. */

const EN = { id: "en", name: "English", isDefault: false };
const VPN = { id: "vpn", name: "VPN", isDefault: false };
const ann = { id: "ann", name: "Ann", department: "IT", skillIds: ["en"], week: [[540, 600] as const] };
const ben = { id: "ben", name: "Ben", department: "HR", skillIds: ["vpn"], week: [] };
const shapeOf = (scope: Partial<RosterScope>): RosterShape => ({
  role: "viewer",
  scope: { desk: null, skills: null, departments: null, ...scope },
});
const open = () => openContext(listWithSkills([EN, VPN], ann, ben));

test("a desk that a scope hides is not found, alike to one that does not exist", async () => {
  const context = await open();
  const refused = { code: "not_found", message: "There is no such desk." };
  const other = shapeOf({ desk: "other" });
  for (const deskKey of [null, "main", "other", "none"]) {
    expect(() => findDesk(context, { deskKey, shape: other })).toThrow(expect.objectContaining(refused));
  }
  expect(findDesk(context, { deskKey: null, shape: shapeOf({ desk: "main" }) }).feed.state().desk.key).toBe(
    "main",
  );
});

test.each([{ skills: ["en"] }, { departments: ["IT"] }])(
  "narrowed to %j nobody hears of Ben",
  async (scope) => {
    const context = await open();
    const question = { deskKey: null, shape: shapeOf(scope) };
    const { document } = await readRoster(context, question);
    const notes = await readNotes(context, { ...question, codes: [] });
    const coverage = await readCoverage(context, {
      ...question,
      week: null,
      start: null,
      zone: null,
      skills: [],
      away: [],
    });
    const told = new TextDecoder().decode(document.body) + JSON.stringify([notes, coverage]);
    expect(told).toContain("ann");
    expect(told).not.toMatch(/ben|vpn/i);
    const asked = readCoverage(context, {
      ...question,
      week: null,
      start: null,
      zone: null,
      skills: ["vpn"],
      away: [],
    });
    await expect(asked).rejects.toMatchObject({ code: "invalid" });
  },
);
