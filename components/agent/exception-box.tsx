import type { Words } from "#lib/i18n/index.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import { StatusMark } from "./status-mark.tsx";

interface ExceptionBoxProps {
  readonly selected: SelectedAgent;
  readonly aged: boolean;
  readonly words: Words;
}

/** The agent's status in words, and loudly where it disagrees with the plan. */
export function ExceptionBox({ selected: { agent, exception }, aged, words }: ExceptionBoxProps) {
  const tone = exception === null || aged ? "bg-sunken text-ink-2" : "bg-away-soft text-away-ink";
  return (
    <p className={`mt-3 flex items-center gap-2 rounded-item px-3 py-2 text-body ${tone}`}>
      <StatusMark status={aged ? "unknown" : agent.status} />
      <span>
        <strong className="font-semibold">{words.status[agent.status]}</strong>
        {exception !== null && !aged && <> {words.exceptionAside[exception]}</>}
        {aged && <> {words.agent.lastKnown}</>}
      </span>
    </p>
  );
}
