"use client";
import { useMemo } from "react";
import { useSite } from "#components/shell/site.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { nextCliff } from "#lib/schedule/cliff.ts";
import { asInstant, type Instant } from "#lib/schedule/types.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { listChanges } from "./change-lines.ts";
import { layDays } from "./desk-days.ts";
import { listGapLines } from "./gap-lines.ts";
import { countPresent, lookAtAll } from "./present.ts";
import { listSkillsNow } from "./skills-now.ts";

const DAY_MS = 86_400_000;

/** How far ahead the pages about the present look. */
const AHEAD_MS = DAY_MS;

/** One desk at this minute: who is there, who is missing, what holds each skill, and what changes within a day. */
export function useDeskNow({ roster }: Reading, now: Instant, zone: string) {
  const plan = useSite().plans[roster.desk.key] ?? null;
  const today = dateAt(now, zone);
  const days = useMemo(() => layDays(roster, plan, today, zone), [roster, plan, today, zone]);
  return useMemo(() => {
    const until = asInstant(now + AHEAD_MS);
    const seen = lookAtAll(days.agents, now);
    return {
      ...days,
      seen,
      counts: countPresent(seen),
      skills: listSkillsNow(seen, roster.skills, days.coverage, now),
      cliff: nextCliff(days.agents, roster.skills, now, until),
      changes: listChanges(days, now, until),
      gaps: listGapLines(days.coverage, now, until),
    };
  }, [days, roster.skills, now]);
}

export type DeskNow = ReturnType<typeof useDeskNow>;
