"use client";
import { useMemo } from "react";
import { useLocale, useView, useWordsWith } from "#components/filters/use-view.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { COVERAGE_WORDS } from "#lib/i18n/coverage-words.ts";
import { writeAwayEntry } from "#lib/schedule/away.ts";
import type { Roster } from "#lib/schedule/types.ts";
import { partAway } from "./use-coverage.ts";

/**
 * Says which people, departments and skills of the address the desk does not have. Of the address as it is, and not as
 * the map, which follows it, was drawn from it: what is left of it is written back.
 */
export function UnknownNotice({ roster }: { readonly roster: Roster }) {
  const { view, setView } = useView();
  const { address, coveragePage } = useWordsWith(COVERAGE_WORDS);
  const locale = useLocale();
  const { away, unknown } = useMemo(() => partAway(view.away, roster.agents), [view.away, roster.agents]);
  const unknownSkills = view.skill.filter((id) => !roster.skills.some((skill) => skill.id === id));
  const said = [...unknown.map(writeAwayEntry), ...unknownSkills];
  if (said.length === 0) return null;
  const forget = () =>
    setView({ away, skill: view.skill.filter((id) => !unknownSkills.includes(id)) }, "replace");
  return (
    <Banner
      tone="warn"
      icon="alert"
      title={address.unknown(said.join(locale === "zh" ? "、" : ", "))}
      action={
        <Button look="link" onClick={forget}>
          {coveragePage.remove}
        </Button>
      }
    />
  );
}
