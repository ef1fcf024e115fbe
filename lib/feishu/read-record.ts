import type { ReadRecord } from "#lib/roster/ports.ts";
import { RECORD_NOTES, type RecordNote, type Skill, type Status } from "#lib/schedule/types.ts";
import { type ReadSchedule, readSchedule, uniteSchedules } from "./read-schedule.ts";
import { readSkills, uniteSkills } from "./read-skills.ts";
import { readStatus } from "./read-status.ts";
import { nameFromId, readAvatarUrl, readText } from "./read-text.ts";
import { asList, asObject, readId } from "./read-value.ts";

/** One record of Feishu's, read by the table of product.md, section 2; of agents whose id comes again, one copy. */
export interface RecordCopy {
  readonly id: string;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  readonly email: string | null;
  readonly department: string | null;
  readonly company: string | null;
  readonly status: Status;
  readonly schedule: ReadSchedule;
  readonly skills: readonly Skill[];
  readonly skillsSetAside: number;
  readonly isUnited: boolean;
}

/** Null: it has no id. */
export function readCopy(value: unknown): RecordCopy | null {
  const record = asObject(value);
  const agent = asObject(record?.agent);
  const id = readId(agent?.id);
  if (record === undefined || id === undefined) return null;
  const { skills, setAside } = readSkills(asList(record.agent_skills));
  return {
    id,
    name: readText(agent?.name),
    avatarUrl: readAvatarUrl(agent?.avatar_url),
    email: readText(agent?.email),
    department: readText(agent?.department),
    company: readText(agent?.company_name),
    status: readStatus(record.status),
    schedule: readSchedule(asList(record.schedule)),
    skills,
    skillsSetAside: setAside,
    isUnited: false,
  };
}

/**
 * Copies of one agent, at least one: rules and skills of all, the first one's id and status, of each other field the
 * first that is not blank.
 *
 * @throws RangeError when there is none.
 */
export function uniteCopies(copies: readonly RecordCopy[]): RecordCopy {
  const [first] = copies;
  if (first === undefined) throw new RangeError("No copies to unite.");
  const textOf = (field: "name" | "avatarUrl" | "email" | "department" | "company") =>
    copies.find((copy) => copy[field] !== null)?.[field] ?? null;
  return {
    id: first.id,
    name: textOf("name"),
    avatarUrl: textOf("avatarUrl"),
    email: textOf("email"),
    department: textOf("department"),
    company: textOf("company"),
    status: first.status,
    schedule: uniteSchedules(copies.map(({ schedule }) => schedule)),
    skills: uniteSkills(copies.flatMap(({ skills }) => skills)),
    skillsSetAside: copies.reduce((sum, { skillsSetAside }) => sum + skillsSetAside, 0),
    isUnited: true,
  };
}

/** @param removed the call asked for status 4: all are `removed`, whatever status they carry. */
export function finishRecord(copy: RecordCopy, removed: boolean): ReadRecord {
  const { id, name, avatarUrl, email, department, company, schedule, skills } = copy;
  return {
    agent: {
      id,
      name: name ?? nameFromId(id),
      avatarUrl,
      email,
      department,
      company,
      status: removed ? "removed" : copy.status,
      skillIds: skills.map((skill) => skill.id),
      week: schedule.week,
      notes: notesOf(copy),
      ...(schedule.ruleNotes.length > 0 && { ruleNotes: schedule.ruleNotes }),
    },
    skills,
    setAside: { rules: schedule.setAside, skills: copy.skillsSetAside },
  };
}

function notesOf({ schedule, isUnited, name }: RecordCopy): readonly RecordNote[] {
  if (!isUnited && name !== null) return schedule.notes;
  const notes = new Set(schedule.notes);
  if (isUnited) notes.add("duplicate-agent");
  if (name === null) notes.add("no-name");
  return RECORD_NOTES.filter((note) => notes.has(note));
}
