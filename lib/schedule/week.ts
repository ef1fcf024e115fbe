import type { LocalDate } from "./types.ts";
export function readLocalDate(text: string): LocalDate | undefined { return text as LocalDate }
