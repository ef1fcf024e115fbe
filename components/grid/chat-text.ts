import type { Locale } from "#lib/contract/view.ts";
import { cellSentence, formatRange, formatZone } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { Week } from "#lib/schedule/types.ts";
import type { AgentDays } from "./select-now.ts";

interface ChatTextInput {
  readonly deskName: string;
  readonly rows: readonly AgentDays[];
  readonly week: Week;
  readonly locale: Locale;
  readonly words: Words;
}

/** The week as text for a chat: a heading, then an agent a paragraph and a day with hours a line. */
export function writeChatText({ deskName, rows, week, locale, words }: ChatTextInput): string {
  const heading = `${deskName} · ${formatRange(week, locale)} · ${formatZone(week.zone, week.startAt, locale)}`;
  const agents = rows.map(({ agent, days }) => {
    const name = [agent.name, words.status[agent.status], agent.department]
      .filter((one) => one !== null)
      .join(" · ");
    const lines = week.days.flatMap((day, index) => {
      const pieces = days[index] ?? [];
      return pieces.length === 0 ? [] : [`  ${cellSentence(day, pieces, week.zone, locale)}`];
    });
    return [name, ...(lines.length === 0 ? [`  ${words.board.noHours}`] : lines)].join("\n");
  });
  return [heading, ...agents].join("\n\n");
}
