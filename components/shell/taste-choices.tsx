"use client";

import { useView, useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { DENSITIES, LOCALES, THEMES } from "#lib/contract/view.ts";
import { wordsOf } from "#lib/i18n/index.ts";
import { SignOut } from "./sign-out.tsx";

const WEEK_STARTS = ["mon", "sun"] as const;

/** The four tastes that the cookie remembers, and the way to the list of keys. */
export function TasteChoices({ onHelp }: { readonly onHelp: () => void }) {
  const { resolved, setView } = useView();
  const { settings } = useWords();
  return (
    <div className="flex w-72 max-w-full flex-col gap-3">
      <Segments
        title={settings.density}
        value={resolved.density}
        choices={DENSITIES.map((value) => ({ value, label: settings.densities[value] }))}
        onChange={(density) => setView({ density })}
      />
      <Segments
        title={settings.weekStart}
        value={resolved.start}
        choices={WEEK_STARTS.map((value) => ({ value, label: settings.weekStarts[value] }))}
        onChange={(start) => setView({ start })}
      />
      <Segments
        title={settings.theme}
        value={resolved.theme}
        choices={THEMES.map((value) => ({ value, label: settings.themes[value] }))}
        onChange={(theme) => setView({ theme })}
      />
      <Segments
        title={settings.language}
        value={resolved.lang}
        // Each language in its own words, for those who cannot read the present one.
        choices={LOCALES.map((value) => ({ value, label: wordsOf(value).settings.ownName }))}
        onChange={(lang) => setView({ lang })}
      />
      <Button onClick={onHelp}>{settings.keys}</Button>
      <SignOut />
    </div>
  );
}
