"use client";

import { useView, useWords } from "#components/filters/use-view.tsx";
import { MenuChoices } from "#components/ui/menu.tsx";
import { DENSITIES, LOCALES, THEMES } from "#lib/contract/view.ts";
import { wordsOf } from "#lib/i18n/index.ts";

const WEEK_STARTS = ["mon", "sun"] as const;

/** The four tastes that the cookie remembers, as groups of a menu. */
export function TasteChoices() {
  const { resolved, setView } = useView();
  const { settings } = useWords();
  return (
    <>
      <MenuChoices
        title={settings.density}
        value={resolved.density}
        choices={DENSITIES.map((value) => ({ value, label: settings.densities[value] }))}
        onChange={(density) => setView({ density })}
      />
      <MenuChoices
        title={settings.weekStart}
        value={resolved.start}
        choices={WEEK_STARTS.map((value) => ({ value, label: settings.weekStarts[value] }))}
        onChange={(start) => setView({ start })}
      />
      <MenuChoices
        title={settings.theme}
        value={resolved.theme}
        choices={THEMES.map((value) => ({ value, label: settings.themes[value] }))}
        onChange={(theme) => setView({ theme })}
      />
      <MenuChoices
        title={settings.language}
        value={resolved.lang}
        // Each language in its own words, for those who cannot read the present one.
        choices={LOCALES.map((value) => ({ value, label: wordsOf(value).settings.ownName }))}
        onChange={(lang) => setView({ lang })}
      />
    </>
  );
}
