import type { ReactNode } from "react";
import type { Locale } from "#lib/contract/view.ts";
import { formatZone } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/index.ts";
import type { Week } from "#lib/schedule/types.ts";

interface LegendProps {
  readonly words: Words;
  readonly locale: Locale;
  readonly week: Week;
  /** The plan names somebody's leave. */
  readonly hasLeave: boolean;
}

/** The foot of the board: what the bars mean, and which clock they follow. */
export function Legend({ words, locale, week, hasLeave }: LegendProps) {
  return (
    <footer className="z-6 flex h-legend shrink-0 items-center gap-4 overflow-hidden border-t border-line-strong bg-surface px-4 text-small whitespace-nowrap text-ink-2 max-sm:hidden">
      <Entry swatch={<Swatch tone="planned" />} text={words.board.planned} />
      <Entry swatch={<Swatch tone="online" />} text={words.board.onShiftOnline} />
      <Entry swatch={<Swatch tone="offline" />} text={words.board.onShiftOffline} />
      <Entry
        swatch={<span className="h-2.5 w-5.5 rounded-pill border-[1.5px] border-online bg-surface" />}
        text={words.exception.onlineOffShift}
      />
      <Entry swatch={<Swatch tone="planned" continues />} text={words.board.continues} />
      {hasLeave && <Entry swatch={<Swatch tone="planned" onLeave />} text={words.days.onLeave} />}
      <Entry
        swatch={<span className="h-2.5 w-5.5 rounded-cell border border-danger bg-hatch-danger" />}
        text={words.board.nobody}
      />
      <span className="ml-auto truncate">
        {words.board.weekly(formatZone(week.zone, week.startAt, locale))}
      </span>
    </footer>
  );
}

function Entry({ swatch, text }: { readonly swatch: ReactNode; readonly text: string }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="flex">
        {swatch}
      </span>
      {text}
    </span>
  );
}

interface SwatchProps {
  readonly tone: string;
  readonly continues?: boolean;
  readonly onLeave?: boolean;
}

function Swatch({ tone, continues = false, onLeave = false }: SwatchProps) {
  return (
    <span className="bar-track h-2.5 w-5.5 [--bar-height:10px]">
      <span
        className="bar w-full !rounded-[3px]"
        data-tone={tone}
        data-after={continues ? "" : undefined}
        data-leave={onLeave ? "" : undefined}
      />
    </span>
  );
}
