import { useLocale, useWordsWith } from "#components/filters/use-view.tsx";
import type { StorageState } from "#lib/contract/storage.ts";
import { formatClock, formatCount, formatDay } from "#lib/i18n/format.ts";
import { STATUS_WORDS } from "#lib/i18n/status-words.ts";
import { asInstant, type Desk } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { StatusCard, StatusLines } from "./status-card.tsx";

export interface QuotaCardProps {
  /** Null: the store cannot say. */
  readonly callsThisMonth: number | null;
  readonly refreshSeconds: number;
  readonly projected: { readonly always: number; readonly working: number };
}

/** What reading costs of a plan's monthly quota: so far, and what the interval will come to. */
export function QuotaCard({ callsThisMonth, refreshSeconds, projected }: QuotaCardProps) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  const locale = useLocale();
  const count = (calls: number) => formatCount(calls, locale);
  return (
    <StatusCard title={statusPage.quota}>
      <StatusLines
        lines={[
          [statusPage.callsThisMonth, callsThisMonth === null ? statusPage.notKnown : count(callsThisMonth)],
          [statusPage.interval, statusPage.seconds(refreshSeconds)],
          [statusPage.costAlways, statusPage.aMonth(count(projected.always))],
          [statusPage.costWorking, statusPage.aMonth(count(projected.working))],
        ]}
      />
      <p className="mt-3 text-small text-ink-2">{statusPage.quotaHint}</p>
    </StatusCard>
  );
}

/** Whether what must outlive the process does. */
export function StorageCard({ storage, desk }: { readonly storage: StorageState; readonly desk: Desk }) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  const locale = useLocale();
  const { engine, fault, since } = storage;
  const lines: (readonly [string, string])[] = [
    [statusPage.engine, statusPage.engines[engine]],
    [statusPage.state, fault === null ? statusPage.storeWell : statusPage.storeFaults[fault]],
  ];
  if (since !== null) {
    const at = asInstant(Date.parse(since));
    const time = `${formatDay(dateAt(at, desk.timeZone), locale)} ${formatClock(minuteAt(at, desk.timeZone))}`;
    lines.push(["", statusPage.since(time)]);
  }
  return (
    <StatusCard title={statusPage.store}>
      <StatusLines lines={lines} />
      {fault !== null && <p className="mt-3 text-small text-ink-2">{statusPage.storeHint}</p>}
    </StatusCard>
  );
}
