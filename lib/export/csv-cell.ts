import { toLine } from "./plain-text.ts";

/** What makes a spreadsheet run a cell, in the widths in which it is typed; a tab or a line break opens a new cell. */
const RUNS_AS_FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/u;

/** The same in the middle: where the list separator is a semicolon, what follows one is a cell of its own. */
const AFTER_SEMICOLON = /(;[\s\p{Cc}\p{Cf}"]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/gu;

/**
 * Text as the content of one CSV cell, not yet quoted: on one line, and never run as a formula (OWASP, "CSV
 * Injection"). An apostrophe stands before what would be run, which spreadsheets read as "this is text".
 */
export function toCell(text: string): string {
  const line = toLine(text).replace(AFTER_SEMICOLON, "$1'");
  return RUNS_AS_FORMULA.test(text) ? `'${line}` : line;
}
