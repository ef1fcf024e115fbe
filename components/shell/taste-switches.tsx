"use client";

import { useState } from "react";
import { loadLanguage } from "#components/filters/language.tsx";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { LANGUAGE_TAG } from "#lib/i18n/index.ts";
import { TasteChoices } from "./taste-choices.tsx";

const PART =
  "inline-flex h-full min-w-8 items-center justify-center px-2 text-small font-semibold text-ink hover:bg-sunken focus-inset";

/** Language and theme at one press, the rest in a menu. */
export function TasteSwitches({ onHelp }: { readonly onHelp: () => void }) {
  const { setView } = useView();
  const { settings } = useWords();
  const [isOpen, setOpen] = useState(false);
  const other = useLocale() === "zh" ? "en" : "zh";
  // A hand or the focus on the button foretells the press.
  const onNear = () => void loadLanguage[other]().catch(() => undefined);
  return (
    <div className="flex h-control shrink-0 divide-x divide-line-strong overflow-hidden rounded-control border border-line-strong bg-surface">
      <button
        type="button"
        lang={LANGUAGE_TAG[other]}
        aria-label={settings.switchLanguage}
        title={settings.switchLanguage}
        className={PART}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={() => setView({ lang: other })}
      >
        {settings.otherLanguage}
      </button>
      <button
        type="button"
        aria-label={settings.switchTheme}
        title={settings.switchTheme}
        className={PART}
        onClick={() => setView({ theme: isDark() ? "light" : "dark" })}
      >
        <Icon name="moon" className="text-ink-2 dark:hidden" />
        <Icon name="sun" className="hidden text-ink-2 dark:block" />
      </button>
      <Popover
        align="end"
        trigger={<Icon name="settings" className="text-ink-2" />}
        triggerClass={PART}
        triggerLabel={settings.title}
        title={settings.title}
        open={isOpen}
        onOpenChange={setOpen}
      >
        <TasteChoices
          onHelp={() => {
            setOpen(false);
            onHelp();
          }}
        />
      </Popover>
    </div>
  );
}

/** Whether the page is dark now, whoever decided it: the stylesheet sets the colour scheme with the theme. */
function isDark(): boolean {
  return getComputedStyle(document.documentElement).colorScheme === "dark";
}
