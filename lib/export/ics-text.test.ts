import { describe, expect, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { toLine } from "./plain-text.ts";
import { readStrictly, readWithOtherEyes } from "./testing/read-ics.ts";
import { HOSTILE_TEXTS, icsOf, rota } from "./testing/rota.ts";

/** One agent with that text wherever a text can stand. */
function icsWith(text: string): string {
  const skills = [{ id: "sk", name: text, isDefault: false }];
  const desk = { key: "main", name: text, timeZone: "Europe/Berlin" };
  const hostile = {
    name: text,
    department: text,
    company: text,
    skillIds: ["sk"],
    week: [[540, 720]],
  } as const;
  return icsOf(rota({ skills, desk, agents: [agent(text, hostile), agent("ou_2", { week: [[540, 720]] })] }));
}

describe.each(HOSTILE_TEXTS)("%j", (text) => {
  const line = toLine(text);
  const about = `${line}\n${line}`;

  test("comes back as it went in, and is no event or property of its own", () => {
    const { calendar, events } = readStrictly(icsWith(text));
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe(line);
    expect(events.map((event) => event.getFirstPropertyValue("summary"))).toEqual([line, "ou_2"]);
    expect(events[0]?.getFirstPropertyValue("description")).toBe(about);
    expect(events[0]?.getAllProperties()).toHaveLength(8);
  });

  test("comes back to another reader too", () => {
    const read = readWithOtherEyes(icsWith(text));
    expect(read.map(({ summary }) => summary)).toEqual([line, "ou_2"]);
  });

  test("is folded at 75 octets, never inside a character, with CRLF alone", () => {
    const ics = icsWith(text);
    expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const piece of ics.split("\r\n")) {
      expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
      expect(piece.isWellFormed()).toBe(true);
    }
    const lines = ics.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
    for (const line of lines) expect(line).toMatch(/^[A-Z-]+[:;]/);
  });
});

// Of its own: the other reader takes the escaped backslash and the letter for a line break.
test("a backslash before an n is no line break", () => {
  const { events } = readStrictly(icsWith("C:\\new"));
  expect(events[0]?.getFirstPropertyValue("summary")).toBe("C:\\new");
});
