"use client";
import { useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useKnownView } from "#components/filters/use-known-view.ts";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import type { Reading } from "#lib/client/fetch-roster.ts";
import { formatClock, formatDay, formatPiece, formatRange, formatZone } from "#lib/i18n/format.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { selectNow } from "./select-now.ts";
import { saySpecialDay } from "./special-day-tag.tsx";
import { useLeave, useSpecialDays } from "./use-board.ts";

interface PrintSheetProps {
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
}

/** The week on paper: a plain table of everybody shown, made only while printing, with heads and foot on every sheet. */
export function PrintSheet(props: PrintSheetProps) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser prints as soon as its listeners return, so the table must be there by then.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting ? <Sheet {...props} /> : null;
}

function Sheet({ reading, week, now }: PrintSheetProps) {
  const { hrefOf } = useView();
  const { roster } = reading;
  const { view } = useKnownView(roster);
  const words = useWords();
  const locale = useLocale();
  const leaveOf = useLeave(roster.desk.timeZone);
  const specialDays = useSpecialDays(week, roster.desk.timeZone);
  const rows = useMemo(() => selectNow(roster, view, week, now, leaveOf), [roster, view, week, now, leaveOf]);
  const printedAt = `${formatDay(dateAt(now, week.zone), locale)} ${formatClock(minuteAt(now, week.zone))}`;
  const foot = [
    formatZone(week.zone, week.startAt, locale),
    words.filter.shown(rows.length, roster.agents.length),
    decodeURIComponent(hrefOf({})),
    printedAt,
  ];
  return (
    <table className="hidden w-full table-fixed border-collapse text-label wrap-anywhere print:table">
      <caption className="pb-2 text-left text-title">
        {words.board.label(roster.desk.name, formatRange(week, locale))}
      </caption>
      <thead>
        <tr className="border-b border-line-strong">
          <th className="w-[16%] p-1 text-left">{words.board.agent}</th>
          {week.days.map((day, index) => {
            const special = specialDays[index] ?? null;
            return (
              <th key={day.date} className="p-1 text-left">
                {formatDay(day.date, locale)}
                {special !== null && (
                  <span className="block font-normal">{saySpecialDay(special, words, locale)}</span>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colSpan={8} className="pt-2 text-micro text-ink-2">
            {foot.join(" · ")}
          </td>
        </tr>
      </tfoot>
      <tbody>
        {rows.map(({ agent, days }) => (
          <tr key={agent.id} className="break-inside-avoid border-b border-line align-top">
            <th scope="row" className="p-1 text-left font-semibold">
              <bdi>{agent.name}</bdi>
              <span className="block font-normal text-ink-2">
                {[words.statusShort[agent.status], agent.department]
                  .filter((one) => one !== null)
                  .join(" · ")}
              </span>
            </th>
            {week.days.map((day, index) => (
              <td key={day.date} className="p-1 whitespace-pre-line">
                {(days[index] ?? [])
                  .map((piece) => {
                    const hours = formatPiece(piece, day, week.zone);
                    return piece.onLeave ? `${hours} (${words.days.onLeave})` : hours;
                  })
                  .join("\n") || "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
