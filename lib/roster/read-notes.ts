import "server-only";
import type { NotesJson } from "#lib/contract/findings.ts";
import { type NoteCode, noteRoster } from "#lib/schedule/notes.ts";
import type { RosterContext } from "./context.ts";
import { lookAtDesk } from "./look-at-desk.ts";

export interface NotesQuestion {
  /** Null: the first desk. */
  readonly deskKey: string | null;
  /** Empty: every finding. */
  readonly codes: readonly NoteCode[];
}

/**
 * `GET /api/notes`: every finding about a desk's schedules, gravest first, and how much could not be read at all.
 * Counts as a look. Throws `not_found`, and `upstream_unavailable` before a first success.
 */
export async function readNotes(context: RosterContext, input: NotesQuestion): Promise<NotesJson> {
  const { roster } = await lookAtDesk(context, input.deskKey);
  const names = new Map(roster.agents.map(({ id, name }) => [id, name]));
  const asked = noteRoster(roster.agents, roster.skills).filter(
    ({ code }) => input.codes.length === 0 || input.codes.includes(code),
  );
  const notes = asked.map(({ agent, code, severity }) => ({
    agent,
    name: names.get(agent) ?? agent,
    code,
    severity,
  }));
  return { notes, setAside: roster.setAside };
}
