import { expect, test } from "vitest";
import { notesSchema } from "#lib/contract/findings.ts";
import type { NoteCode } from "#lib/schedule/notes.ts";
import { readNotes } from "./read-notes.ts";
import { WHOLE } from "./shape.ts";
import { openContext } from "./testing/open-context.ts";
import { fail } from "./testing/open-feed.ts";
import { listOf, recordOf } from "./testing/scripted-desk.ts";

const ann = { id: "ann", name: "Ann", week: [], department: "sales", skillIds: ["en"] };

test("every finding with the agent's name, gravest first, and what was set aside", async () => {
  const records = [
    recordOf({ ...ann, notes: ["no-schedule"] }, { setAside: { rules: 2, skills: 1 } }),
    recordOf({ id: "bob", name: "Bob", week: [[0, 60]], email: null, skillIds: ["en"] }),
  ];
  const answer = await readNotes(await openContext({ records, setAsideAgents: 3 }), {
    deskKey: "main",
    shape: WHOLE,
    codes: [],
  });
  expect(notesSchema.parse(answer)).toEqual(answer);
  expect(answer).toEqual({
    notes: [
      { agent: "ann", name: "Ann", code: "online-no-hours", severity: "high" },
      { agent: "ann", name: "Ann", code: "no-schedule", severity: "medium" },
      { agent: "bob", name: "Bob", code: "no-department", severity: "low" },
    ],
    setAside: { agents: 3, rules: 2, skills: 1 },
  });
});

test("only the findings asked for, those about rules among them", async () => {
  const records = [recordOf({ ...ann, ruleNotes: ["overnight-meets-next"] })];
  const context = await openContext({ records, setAsideAgents: 0 });
  const codesOf = async (codes: readonly NoteCode[]) =>
    (await readNotes(context, { deskKey: null, shape: WHOLE, codes })).notes.map(({ code }) => code);
  expect(await codesOf([])).toEqual(["online-no-hours", "overnight-meets-next"]);
  expect(await codesOf(["overnight-meets-next", "group-overlaps-day"])).toEqual(["overnight-meets-next"]);
});

test("of a sound desk there is nothing to say", async () => {
  const sound = { department: "sales", skillIds: ["en"] };
  const question = { deskKey: null, shape: WHOLE, codes: [] };
  const { notes } = await readNotes(await openContext(listOf(sound)), question);
  expect(notes).toEqual([]);
});

test.each([
  ["an unknown desk", listOf(), "other", "not_found"],
  ["a desk without a first roster", fail("timeout"), null, "upstream_unavailable"],
])("%s is refused", async (_, present, deskKey, code) => {
  const asked = readNotes(await openContext(present), { deskKey, shape: WHOLE, codes: [] });
  await expect(asked).rejects.toMatchObject({ code });
});
