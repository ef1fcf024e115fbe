"use client";
import dynamic from "next/dynamic";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
} from "react";
import { progressStore, useProgress } from "#components/ui/progress.ts";
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
  /** The viewer no longer waits for the other language, or it does not come: this one is wanted again. */
  readonly onStay: (locale: Locale) => void;
  readonly children: ReactNode;
}

export function LanguageProvider({ wanted, onStay, children }: LanguageProviderProps) {
  // Another component here would mount the page anew; what is wanted later, the keeper brings.
  const [firstLocale] = useState(wanted);
  const First = FIRST[firstLocale];
  return (
    <First>
      {(first) => (
        <LanguageKeeper first={first} wanted={wanted} onStay={onStay}>
          {children}
        </LanguageKeeper>
      )}
    </First>
  );
}

interface LanguageKeeperProps extends LanguageProviderProps {
  readonly first: Language;
}

/** Words and dates change together, once the other words are here; where they do not come, all stays as it is. */
function LanguageKeeper({ first, wanted, onStay, children }: LanguageKeeperProps) {
  const [shown, setShown] = useState(first);
  const stay = () => onStay(shown.locale);
  useProgress(wanted !== shown.locale, shown.words.progress.loading, stay);
  const onFailed = useEffectEvent(() => {
    progressStore.fail();
    stay();
  });
  useEffect(() => {
    let isWanted = true;
    if (wanted !== shown.locale) {
      loadLanguage[wanted]().then(
        (language) => isWanted && setShown(language),
        () => isWanted && onFailed(),
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
