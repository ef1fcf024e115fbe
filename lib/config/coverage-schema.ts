import * as z from "zod/mini";
import { readEndTime, readStartTime } from "#lib/schedule/clock-time.ts";
import { readLocalDate } from "#lib/schedule/local-date.ts";
import type { LocalDate, Weekday } from "#lib/schedule/types.ts";
import { saying, shortName } from "./json-field.ts";

/**
 * `COVERAGE_FILE` (product.md, section 6), field by field. public/coverage.schema.json is made from it, so every field
 * also carries what an editor can show: a description, a pattern, an example.
 */

const WEEKDAY_OF = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;
const WEEKDAY_WORDS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Most people that a minimum can ask for: more than any desk has. */
const AGENTS_MAX = 100_000;

/** Text that `read` understands; undefined is the `fault`. */
function textAs<T>(
  read: (text: string) => T | undefined,
  fault: string,
  shown: Readonly<Record<string, unknown>>,
) {
  return z.pipe(
    z.string(saying("must be text")).check(z.meta(shown)),
    z.transform((text: string, context): T => {
      const value = read(text);
      if (value !== undefined) return value;
      context.issues.push({ code: "custom", input: text, message: fault });
      return z.NEVER;
    }),
  );
}

const time = (read: (text: string) => number | undefined, last: string, description: string) =>
  textAs(read, `must be a time HH:MM from 00:00 to ${last}`, {
    description,
    pattern: "^\\s*[0-9０-９]{1,2}[:：][0-9０-９]{2}([:：][0０]{2})?\\s*$",
    examples: ["09:00"],
  });
const from = time(readStartTime, "23:59", "When it begins, HH:MM on the desk's clock.");
const to = time(readEndTime, "24:00", "When it ends, HH:MM; earlier than `from`: on the next day.");

const date = (description: string) =>
  textAs<LocalDate>(readLocalDate, "must be a day that exists, written YYYY-MM-DD", {
    description,
    pattern: "^\\d{4}-\\d{2}-\\d{2}$",
    examples: ["2026-10-01"],
  });

const text = (description: string) =>
  textAs(
    (given) => (shortName(given) === null ? given.trim() : undefined),
    "must be text of 1 to 200 characters",
    {
      description,
      minLength: 1,
      maxLength: 200,
    },
  );
const id = (description: string) =>
  textAs(
    (given) => (given.trim() === "" ? undefined : given),
    "must be an id, to the letter as Feishu has it",
    {
      description,
      minLength: 1,
    },
  );

const weekdayWord = z.enum(WEEKDAY_WORDS, saying(`must be one of ${WEEKDAY_WORDS.join(", ")}`));
const weekday = z.pipe(
  weekdayWord,
  z.transform((word): Weekday => WEEKDAY_OF[word]),
);
const days = z
  .array(weekday, saying("must be a list of days"))
  .check(z.minLength(1, "has no day"), z.meta({ description: "The weekdays on which it begins." }));

const AN_OBJECT = saying("must be an object");

const openingHours = z.strictObject({ days, from, to }, AN_OBJECT);

const minimum = z.strictObject(
  {
    skill: z.optional(id("Id of the skill; without it all planned agents count.")),
    days: z.optional(days),
    from: z.optional(from),
    to: z.optional(to),
    agents: z
      .int(saying(`must be a whole number from 0 to ${AGENTS_MAX}`))
      .check(
        z.nonnegative(`must be a whole number from 0 to ${AGENTS_MAX}`),
        z.lte(AGENTS_MAX, `must be a whole number from 0 to ${AGENTS_MAX}`),
        z.meta({ description: "How many must be planned at least." }),
      ),
  },
  AN_OBJECT,
);

const holiday = z.strictObject(
  { date: date("The day on which the desk is closed."), name: text("What the board calls it.") },
  AN_OBJECT,
);

const workday = z.strictObject(
  {
    date: date("The day."),
    like: weekday,
    name: z.optional(text("What the board calls it.")),
  },
  AN_OBJECT,
);

const leave = z
  .strictObject(
    {
      agent: id("Id of the agent."),
      from: date("The first day away."),
      to: date("The last day away, inclusive."),
      note: z.optional(text("Why; only managers see it.")),
    },
    AN_OBJECT,
  )
  .check((context) => {
    const { from: first, to: last } = context.value;
    if (first <= last) return;
    context.issues.push({ code: "custom", input: last, path: ["to"], message: "must not be before from" });
  });

const A_LIST = saying("must be a list");

/** What may stand at the top of the file, and again under each desk. */
const SECTION = {
  openingHours: z.optional(
    z.array(openingHours, A_LIST).check(z.meta({ description: "When the desk is open; empty: never." })),
  ),
  minimum: z.optional(
    z.array(minimum, A_LIST).check(z.meta({ description: "How many must be planned when." })),
  ),
  holidays: z.optional(
    z.array(holiday, A_LIST).check(z.meta({ description: "Days on which the desk is closed." })),
  ),
  workdays: z.optional(
    z
      .array(workday, A_LIST)
      .check(z.meta({ description: "Days with the hours and minimums of another weekday." })),
  ),
  leave: z.optional(z.array(leave, A_LIST).check(z.meta({ description: "Who is away, from day to day." }))),
};

const section = z.strictObject(SECTION, AN_OBJECT);

export const coverageSchema = z.strictObject(
  {
    $schema: z.optional(
      z.string(saying("must be text")).check(z.meta({ description: "For editors; not read." })),
    ),
    ...SECTION,
    desks: z.optional(
      z
        .record(z.string(), section, AN_OBJECT)
        .check(z.meta({ description: "By desk key: what holds for that desk alone." })),
    ),
  },
  AN_OBJECT,
);

export type CoverageSection = z.infer<typeof section>;
export type CoverageFile = z.infer<typeof coverageSchema>;
