import "server-only";
import type { NotesJson } from "#lib/contract/findings.ts";
import { type NoteCode, noteRoster } from "#lib/schedule/notes.ts";
import type { RosterContext } from "./context.ts";
import type { DeskQuestion } from "./find-desk.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import { shapeRoster } from "./shape.ts";

export interface NotesQuestion extends DeskQuestion {
  /** Empty: every finding. */
  readonly codes: readonly NoteCode[];
}

/**
 * `GET /api/notes`: every finding about a desk's schedules, gravest first, and how much could not be read at all.
 * Counts as a look. Throws `not_found`, and `upstream_unavailable` before a first success.
 */
export async function readNotes(context: RosterContext, question: NotesQuestion): Promise<NotesJson> {
  const look = await lookAtDesk(context, question);
  const roster = shapeRoster(look.roster, question.shape);
  const names = new Map(roster.agents.map(({ id, name }) => [id, name]));
  const asked = noteRoster(roster.agents, roster.skills).filter(
    ({ code }) => question.codes.length === 0 || question.codes.includes(code),
  );
  const notes = asked.map(({ agent, code, severity }) => ({
    agent,
    name: names.get(agent) ?? agent,
    code,
    severity,
  }));
  return { notes, setAside: roster.setAside };
}
