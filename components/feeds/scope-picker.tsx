"use client";
import { useMemo, useState } from "react";
import { useWordsWith } from "#components/filters/use-view.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RosterJson } from "#lib/contract/roster.ts";
import { FEEDS_WORDS } from "#lib/i18n/feeds-words.ts";
import { type FeedScope, SCOPE_KINDS, type ScopeKind, scopeChoices } from "./feed-scope.ts";

interface ScopePickerProps {
  readonly roster: RosterJson;
  readonly scope: FeedScope | null;
  readonly onChange: (scope: FeedScope | null) => void;
}

/** What the new subscription is for: first the kind, then which one. */
export function ScopePicker({ roster, scope, onChange }: ScopePickerProps) {
  const { feeds } = useWordsWith(FEEDS_WORDS);
  const [kind, setKind] = useState<ScopeKind>("skill");
  const choices = useMemo(() => scopeChoices(kind, roster), [kind, roster]);
  const choose = (value: string) => onChange(value === "" ? null : { kind, value });
  return (
    <>
      <Segments
        title={feeds.what}
        value={kind}
        choices={SCOPE_KINDS.map((value) => ({ value, label: feeds.kinds[value] }))}
        onChange={(chosen) => {
          setKind(chosen);
          onChange(null);
        }}
      />
      <div>
        <Select
          label={feeds.kinds[kind]}
          value={scope?.value ?? ""}
          choices={[{ value: "", label: feeds.choose }, ...choices]}
          onChange={choose}
        />
      </div>
    </>
  );
}
