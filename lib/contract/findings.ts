import * as z from "zod/mini";
import { LEVELS } from "#lib/schedule/coverage.ts";
import { NOTE_CODES, type NoteCode, SEVERITIES } from "#lib/schedule/notes.ts";
import { list } from "./param.ts";

/** `code=` of `GET /api/notes`: only these findings; all where it is left out. A key of our own. */
export const NOTE_CODES_PARAM = list<NoteCode>((item) => NOTE_CODES.find((code) => code === item));

/** The findings for machines: `GET /api/coverage` and `GET /api/notes` (product.md, sections 5 and 6). */

/** An instant, ISO 8601 in UTC. */
const instant = z.iso.datetime();
const stretch = { from: instant, to: instant };

export const coverageSchema = z.object({
  /** The first day of the week, a local date of `timeZone`. */
  weekStart: z.iso.date(),
  timeZone: z.string(),
  skills: z.array(
    z.object({
      id: z.string(),
      /** They tile the week; neighbours differ. */
      spans: z.array(
        z.object({ ...stretch, level: z.enum(LEVELS), specialists: z.int(), fallback: z.int() }),
      ),
    }),
  ),
  /** `skill` null: of a minimum that counts all planned agents. `people`: the most that lack at once. */
  gaps: z.array(z.object({ skill: z.nullable(z.string()), ...stretch, people: z.int() })),
  singles: z.array(z.object({ skill: z.string(), ...stretch, agent: z.string() })),
});

export const notesSchema = z.object({
  /** Gravest first; an agent may have several. */
  notes: z.array(
    z.object({
      agent: z.string(),
      name: z.string(),
      code: z.enum(NOTE_CODES),
      severity: z.enum(SEVERITIES),
    }),
  ),
  /** Records, rules and skills that could not be read at all. */
  setAside: z.object({ agents: z.int(), rules: z.int(), skills: z.int() }),
});

export type CoverageJson = z.infer<typeof coverageSchema>;
export type NotesJson = z.infer<typeof notesSchema>;
