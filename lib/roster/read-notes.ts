import "server-only";
import type { NotesJson } from "#lib/contract/findings.ts";
import { noteRoster } from "#lib/schedule/notes.ts";
import type { RosterContext } from "./context.ts";
import { lookAtDesk } from "./look-at-desk.ts";

/**
 * `GET /api/notes`: every finding about a desk's schedules, gravest first, and how much could not be read at all.
 * Counts as a look. Throws `not_found`, and `upstream_unavailable` before a first success.
 */
export async function readNotes(
  context: RosterContext,
  input: { readonly deskKey: string | null },
): Promise<NotesJson> {
  const { roster } = await lookAtDesk(context, input.deskKey);
  const names = new Map(roster.agents.map(({ id, name }) => [id, name]));
  const notes = noteRoster(roster.agents, roster.skills).map(({ agent, code, severity }) => ({
    agent,
    name: names.get(agent) ?? agent,
    code,
    severity,
  }));
  return { notes, setAside: roster.setAside };
}
