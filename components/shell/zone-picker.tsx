"use client";

import { useMemo, useState } from "react";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { OnePicker, type PickerItem } from "#components/ui/picker.tsx";
import { browserZone, formatZone, knownZones } from "#lib/i18n/format.ts";
import type { Locale, Words } from "#lib/i18n/index.ts";
import type { Desk, Instant } from "#lib/schedule/types.ts";

interface ZonePickerProps {
  readonly desk: Desk;
  /** The zone on screen. */
  readonly zone: string;
  /** An instant of the week on screen: its offset is the one shown. */
  readonly at: Instant;
}

/** Names the zone at all times, and lays the week out in another; that is marked as for reference only. */
export function ZonePicker({ desk, zone, at }: ZonePickerProps) {
  const { setView } = useView();
  const words = useWords();
  const locale = useLocale();
  const [openedAt, setOpenedAt] = useState<{ readonly zone: string; readonly at: Instant } | null>(null);
  const name = formatZone(zone, at, locale);
  const isReference = zone !== desk.timeZone;
  // Four hundred offsets are worth working out only for somebody who looks at them, and then once.
  const items = useMemo(
    () => (openedAt === null ? [] : listZones(desk, openedAt.zone, openedAt.at, locale, words)),
    [desk, openedAt, locale, words],
  );
  return (
    <OnePicker
      items={items}
      selected={zone}
      onChange={(picked) => setView({ zone: picked === desk.timeZone ? null : picked })}
      onOpenChange={(isOpen) => isOpen && setOpenedAt({ zone, at })}
      trigger={
        <>
          <Icon name="globe" />
          {name}
          {isReference && <span className="text-small">({words.zone.reference})</span>}
        </>
      }
      triggerClass={cx(
        "inline-flex min-h-6.5 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-control px-2 text-body",
        isReference ? "bg-accent-soft text-accent-ink" : "bg-sunken text-ink-2 hover:text-ink",
      )}
      triggerLabel={words.zone.label(isReference ? `${name} (${words.zone.reference})` : name)}
      title={words.zone.title}
      searchLabel={words.zone.search}
      noneFound={words.zone.none}
    />
  );
}

/** The desk's zone, the browser's, the one on screen, then all others; each once. */
function listZones(
  desk: Desk,
  zone: string,
  at: Instant,
  locale: Locale,
  words: Words,
): readonly PickerItem[] {
  const own = browserZone();
  const first = [desk.timeZone, own, zone].filter((one) => one !== undefined);
  return [...new Set([...first, ...knownZones()])].map((value) => ({
    value,
    label: formatZone(value, at, locale),
    hint: value === desk.timeZone ? words.zone.desk : value === own ? words.zone.browser : value,
  }));
}
