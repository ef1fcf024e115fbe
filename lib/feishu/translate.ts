import type { ReadList, ReadRecord } from "#lib/roster/ports.ts";
import { RECORD_NOTES, type RecordNote } from "#lib/schedule/types.ts";
import { readSchedule } from "./read-schedule.ts";
import { readSkills } from "./read-skills.ts";
import { readStatus } from "./read-status.ts";
import { nameFromId, readAvatarUrl, readText } from "./read-text.ts";
import { asList, asObject, readId } from "./read-value.ts";

/**
 * From Feishu's records to ours, by the table of product.md, section 2. Feishu's shapes end in this room:
 * nothing behind it knows of weekday codes or of `24:00`.
 */

/** Records between two pauses: a few milliseconds of work, so that other requests are served meanwhile. */
const BATCH = 250;

/**
 * Reads one call's answer. Never rejects, whatever the records are: each is judged alone, and every one is
 * in the result or counted. Order of first appearance.
 *
 * @param options.removed the call asked for status 4: all are `removed`, whatever status they carry.
 */
export async function translateRecords(
  given: readonly unknown[],
  options: { readonly removed: boolean },
): Promise<ReadList> {
  const drafts = new Map<string, Draft>();
  let setAsideAgents = 0;
  for (const [i, value] of given.entries()) {
    if (i % BATCH === BATCH - 1) await breathe();
    const record = asObject(value);
    const id = readId(asObject(record?.agent)?.id);
    if (record && id !== undefined) addCopy(drafts, id, record);
    else setAsideAgents++;
  }
  const records: ReadRecord[] = [];
  for (const draft of drafts.values()) {
    if (records.length % BATCH === BATCH - 1) await breathe();
    records.push(finish(draft, options.removed));
  }
  return { records, setAsideAgents };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The records that carry one id, in the order in which they came. */
interface Draft {
  readonly id: string;
  readonly copies: [JsonObject, ...JsonObject[]];
}

/** A Map, not an object: an id may be `__proto__`. */
function addCopy(drafts: Map<string, Draft>, id: string, record: JsonObject): void {
  const draft = drafts.get(id);
  if (draft) draft.copies.push(record);
  else drafts.set(id, { id, copies: [record] });
}

/** Unites the copies: rules and skills of all, the first one's status, of each other field the first not blank. */
function finish({ id, copies }: Draft, removed: boolean): ReadRecord {
  const listOf = (field: string) =>
    copies.length === 1 ? asList(copies[0][field]) : copies.flatMap((copy) => asList(copy[field]));
  const schedule = readSchedule(listOf("schedule"));
  const { skills, setAside } = readSkills(listOf("agent_skills"));
  const agents = copies.map((copy) => asObject(copy.agent));
  const first = (field: string, read: (value: unknown) => string | null): string | null => {
    for (const agent of agents) {
      const text = read(agent?.[field]);
      if (text !== null) return text;
    }
    return null;
  };
  const name = first("name", readText);
  const notes = new Set(schedule.notes);
  if (copies.length > 1) notes.add("duplicate-agent");
  if (name === null) notes.add("no-name");
  return {
    agent: {
      id,
      name: name ?? nameFromId(id),
      avatarUrl: first("avatar_url", readAvatarUrl),
      email: first("email", readText),
      department: first("department", readText),
      company: first("company_name", readText),
      status: removed ? "removed" : readStatus(copies[0].status),
      skillIds: skills.map((skill) => skill.id),
      week: schedule.week,
      notes: inOrder(notes),
      ...(schedule.ruleNotes.length > 0 && { ruleNotes: schedule.ruleNotes }),
    },
    skills,
    setAside: { rules: schedule.setAside, skills: setAside },
  };
}

function inOrder(notes: ReadonlySet<RecordNote>): readonly RecordNote[] {
  return notes.size === 0 ? [] : RECORD_NOTES.filter((note) => notes.has(note));
}

/** Lets everything that waits on the event loop have its turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
