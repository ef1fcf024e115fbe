import { useLocale, useWordsWith } from "#components/filters/use-view.tsx";
import type { Remedy } from "#lib/contract/remedies.ts";
import type { ProblemCode } from "#lib/contract/roster.ts";
import { formatClock, formatDay } from "#lib/i18n/format.ts";
import { STATUS_WORDS } from "#lib/i18n/status-words.ts";
import { asInstant, type Desk } from "#lib/schedule/types.ts";
import { dateAt, minuteAt } from "#lib/schedule/zone.ts";
import { useSite } from "./site.tsx";
import { StatusCard } from "./status-card.tsx";

/** A failed call to Feishu; equal ones in a row stand as one. */
export interface FailureLine {
  /** Its key. */
  readonly desk: string;
  readonly problem: ProblemCode;
  readonly logId: string | null;
  readonly remedy: Remedy | null;
  /** In the server's words, with Feishu's code. */
  readonly message: string;
  /** Epoch ms of the last of them. */
  readonly failedAt: number;
  readonly times: number;
}

interface FailuresCardProps {
  readonly failures: readonly FailureLine[];
  readonly desk: Desk;
  /** No other replica reads a desk, and so has failures that are not told here. */
  readonly readsAll: boolean;
}

/** The last failures of this process, with the ids that Feishu's support asks for; times in the zone of the desk on screen. */
export function FailuresCard({ failures, desk, readsAll }: FailuresCardProps) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  return (
    <StatusCard title={statusPage.failures} wide>
      {failures.length === 0 && <p className="text-body text-ink-2">{statusPage.noFailures}</p>}
      <ol className="max-h-120 divide-y divide-line overflow-auto text-body">
        {failures.map((failure) => (
          <FailureItem
            key={`${failure.desk} ${failure.failedAt}`}
            failure={failure}
            timeZone={desk.timeZone}
          />
        ))}
      </ol>
      {!readsAll && <p className="text-small text-ink-2">{statusPage.failuresElsewhere}</p>}
    </StatusCard>
  );
}

function FailureItem({ failure, timeZone }: { readonly failure: FailureLine; readonly timeZone: string }) {
  const { statusPage, problems } = useWordsWith(STATUS_WORDS);
  const locale = useLocale();
  const { desks } = useSite();
  const at = asInstant(failure.failedAt);
  const name = desks.find(({ key }) => key === failure.desk)?.name ?? failure.desk;
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[9rem_1fr]">
      <time className="text-ink-2" dateTime={new Date(at).toISOString()}>
        {formatDay(dateAt(at, timeZone), locale)} {formatClock(minuteAt(at, timeZone))}
      </time>
      <div className="min-w-0">
        <span className="font-medium">{problems[failure.problem]}</span>
        {desks.length > 1 && <span className="text-ink-2"> · {name}</span>}
        {failure.times > 1 && <span className="text-ink-2"> · {statusPage.times(failure.times)}</span>}
        {failure.remedy !== null && <span className="block">{statusPage.remedies[failure.remedy]}</span>}
        <span className="block text-small text-ink-2">{failure.message}</span>
        {failure.logId !== null && (
          <span className="block text-small text-ink-2">
            {statusPage.logId} <code className="break-all">{failure.logId}</code>
          </span>
        )}
      </div>
    </li>
  );
}
