"use client";
import { zh } from "#lib/i18n/zh.ts";
import type { Language, LanguageProps } from "./language.tsx";

export const CHINESE: Language = { locale: "zh", words: zh };

export function Chinese({ children }: LanguageProps) {
  return children(CHINESE);
}
