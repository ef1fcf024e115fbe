"use client";
import { en } from "#lib/i18n/en.ts";
import type { Language, LanguageProps } from "./language.tsx";

export const ENGLISH: Language = { locale: "en", words: en };

export function English({ children }: LanguageProps) {
  return children(ENGLISH);
}
