"use client";
import { countFilters } from "#components/filters/filter-state.ts";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";
import { RosterFetchError } from "#lib/client/fetch-roster.ts";
import type { View } from "#lib/contract/view.ts";
import type { Words } from "#lib/i18n/index.ts";
import { NO_FILTERS } from "#lib/schedule/select.ts";
import type { Skill } from "#lib/schedule/types.ts";

export function EmptyDesk({ words }: { readonly words: Words }) {
  return <Message icon="users" title={words.states.empty} detail={words.states.emptyDetail} />;
}

interface NoMatchProps {
  readonly words: Words;
  readonly view: View;
  readonly skills: ReadonlyMap<string, Skill>;
  /** Agents that the filters hide. */
  readonly hidden: number;
}

/** Names what was asked for, and offers to ask for less. */
export function NoMatch({ words, view, skills, hidden }: NoMatchProps) {
  const { setView } = useView();
  const active = countFilters(view);
  const asked = [
    view.q && `“${view.q}”`,
    ...view.status.map((status) => words.status[status]),
    ...view.skill.map((id) => skills.get(id)?.name ?? id),
    ...view.department,
    ...view.exception.map((kind) => words.exceptionOf[kind]),
    view.on && words.filter.onShift,
  ].filter(Boolean);
  return (
    <Message
      icon="search"
      title={words.states.noMatch}
      detail={
        <>
          <bdi className="block break-words font-medium text-ink">{asked.join(" · ")}</bdi>
          {words.states.noMatchDetail(hidden, active)}
        </>
      }
    >
      <Button look="primary" onClick={() => setView(NO_FILTERS)}>
        {words.actions.clearFilters}
      </Button>
      {view.q !== "" && active > 1 && (
        <Button onClick={() => setView({ ...NO_FILTERS, q: view.q })}>{words.states.keepName}</Button>
      )}
    </Message>
  );
}

interface NeverReadProps {
  readonly error: Error;
  readonly tryNow: () => void;
  readonly isTrying: boolean;
}

/** There is nothing to show yet, because Feishu or our own server has not answered once. */
export function NeverRead({ error, tryNow, isTrying }: NeverReadProps) {
  const words = useWords();
  const isFeishu = error instanceof RosterFetchError && error.status === 503;
  return (
    <Message
      icon="cloud-off"
      title={isFeishu ? words.states.neverReadTitle : words.states.serverDown}
      detail={words.states.neverReadDetail}
    >
      <Button look="primary" onClick={tryNow} disabled={isTrying}>
        {words.actions.retry}
      </Button>
    </Message>
  );
}
