import { tellSince } from "#components/now/tell-plan.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import type { Telling } from "./agent-facts.ts";
import { StatusMark } from "./status-mark.tsx";

interface ExceptionBoxProps {
  readonly selected: SelectedAgent;
  readonly aged: boolean;
  readonly telling: Telling;
}

/** The agent's status in words, for how long as far as anybody watched, and loudly where it disagrees with the plan. */
export function ExceptionBox({ selected: { agent, exception }, aged, telling }: ExceptionBoxProps) {
  const { words } = telling;
  const since = agent.statusSince === null ? words.agent.sinceUnknown : tellSince(agent.statusSince, telling);
  const tone = exception === null || aged ? "bg-sunken text-ink-2" : "bg-away-soft text-away-ink";
  return (
    <p className={`mt-3 flex items-center gap-2 rounded-item px-3 py-2 text-body ${tone}`}>
      <StatusMark status={aged ? "unknown" : agent.status} />
      <span>
        <strong className="font-semibold">{words.status[agent.status]}</strong>
        {exception !== null && !aged && <> {words.exceptionAside[exception]}</>}
        {aged && <> {words.agent.lastKnown}</>}
        {since !== null && !aged && <span className="block text-small">{since}</span>}
      </span>
    </p>
  );
}
