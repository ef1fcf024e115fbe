"use client";
import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useState } from "react";
import { LANGUAGE_TAG, type Locale, type Words } from "#lib/i18n/index.ts";

/** A language with its words; one object for as long as the page lives. */
export interface Language {
  readonly locale: Locale;
  readonly words: Words;
}

/** Makes of a language that has come what is to be shown in it. */
export interface LanguageProps {
  readonly children: (language: Language) => ReactNode;
}

/**
 * The words of one language are a script of their own. The one that the server wrote in is named in its page, so that the
 * browser loads it with all other scripts, and takes the page over when it is here.
 */
const FIRST = {
  zh: dynamic(() => import("./language-zh.tsx").then((module) => module.Chinese)),
  en: dynamic(() => import("./language-en.tsx").then((module) => module.English)),
} as const;

/** Loads a language, if it is not here yet. Rejects where it cannot be loaded. */
export const loadLanguage: Readonly<Record<Locale, () => Promise<Language>>> = {
  zh: async () => (await import("./language-zh.tsx")).CHINESE,
  en: async () => (await import("./language-en.tsx")).ENGLISH,
};

const LanguageContext = createContext<Language | null>(null);

interface LanguageProviderProps {
  /** In which the page should speak. */
  readonly wanted: Locale;
  readonly children: ReactNode;
}

export function LanguageProvider({ wanted, children }: LanguageProviderProps) {
  // Another component here would mount the page anew; what is wanted later, the keeper brings.
  const [firstLocale] = useState(wanted);
  const First = FIRST[firstLocale];
  return (
    <First>
      {(first) => (
        <LanguageKeeper first={first} wanted={wanted}>
          {children}
        </LanguageKeeper>
      )}
    </First>
  );
}

/** Words and dates change together, once the other words are here; where they do not come, all stays as it is. */
function LanguageKeeper({ first, wanted, children }: LanguageProviderProps & { readonly first: Language }) {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    let isWanted = true;
    if (wanted !== shown.locale) {
      loadLanguage[wanted]().then(
        (language) => isWanted && setShown(language),
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
    };
  }, [wanted, shown]);
  useLayoutEffect(() => {
    document.documentElement.lang = LANGUAGE_TAG[shown.locale];
  }, [shown]);
  return <LanguageContext value={shown}>{children}</LanguageContext>;
}

/** The language on screen. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (language === null) throw new Error("useLanguage needs a LanguageProvider above it");
  return language;
}
