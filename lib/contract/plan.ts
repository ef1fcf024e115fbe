import * as z from "zod/mini";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { LocalDate } from "#lib/schedule/types.ts";

/** A desk's plan as JSON: what COVERAGE_FILE says of it, in the form of `CoveragePlan`. */

// What this schema lets through is a LocalDate, of which its own type knows nothing.
const date = z.iso.date() as unknown as z.ZodMiniType<LocalDate>;
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const readonlyList = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item));
const rule = z.object({ weekdays: readonlyList(weekday), start: z.int(), end: z.int() });
const words = z.nullable(z.string());

export const planSchema = z.object({
  openingHours: z.nullable(readonlyList(rule)),
  minimums: readonlyList(z.object({ skill: words, rule, agents: z.int() })),
  holidays: readonlyList(z.object({ date, name: z.string() })),
  workdays: readonlyList(z.object({ date, like: weekday, name: words })),
  leave: readonlyList(z.object({ agent: z.string(), from: date, to: date, note: words })),
}) satisfies z.ZodMiniType<CoveragePlan>;
