"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAccess } from "#components/shell/access.ts";
import { useSite } from "#components/shell/site.tsx";
import { ruleNotesQuery } from "#lib/client/queries.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import { type Note, noteRoster } from "#lib/schedule/notes.ts";

/** Every finding about the schedules of the roster on screen; those about rules come a moment after it. */
export function useNotes({
  desk,
  agents,
  skills,
}: Pick<RosterJson, "desk" | "agents" | "skills">): readonly Note[] {
  const { basePath } = useSite();
  const { data: ruleNotes } = useQuery(ruleNotesQuery(basePath, desk.key, useAccess()));
  return useMemo(
    () => noteRoster(agents, skills, ({ id }) => ruleNotes?.get(id) ?? []),
    [agents, skills, ruleNotes],
  );
}
