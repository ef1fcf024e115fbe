"use client";

import { useView, useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { DENSITIES, LOCALES, THEMES } from "#lib/contract/view.ts";
import { LANGUAGE_NAME } from "#lib/i18n/index.ts";
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
        choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAME[value] }))}
        onChange={(lang) => setView({ lang })}
      />
      <Button onClick={onHelp}>{settings.keys}</Button>
      <SignOut />
    </div>
  );
}
