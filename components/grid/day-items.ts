import type { Words } from "#lib/i18n/index.ts";
import type { SelectedAgent } from "#lib/schedule/select.ts";
import type { NamedGroup } from "./grid-items.ts";

/** A line of the phone's list. */
export type DayItem =
  | { readonly kind: "head"; readonly key: string; readonly label: string; readonly summary: string }
  | { readonly kind: "agent"; readonly key: string; readonly selected: SelectedAgent };

/**
 * The phone's list: today whoever needs attention stands first, under a head of their own, and once only;
 * then the groups of the view. On another day there is nobody to attend to.
 */
export function listDay(groups: readonly NamedGroup[], isToday: boolean, words: Words): readonly DayItem[] {
  const attention = isToday ? needAttention(groups) : [];
  const rest = groups.flatMap((group) => {
    const agents = isToday ? group.agents.filter(({ exception }) => exception === null) : group.agents;
    if (agents.length === 0) return [];
    const summary = isToday
      ? words.phone.group(group.agents.length, group.onShift)
      : words.board.people(agents.length);
    return [...headOf(group.id, group.label, summary), ...agents.map((one) => itemOf(group.id, one))];
  });
  if (attention.length === 0) return rest;
  const head = headOf("!", words.phone.needAttention, words.board.people(attention.length));
  return [...head, ...attention.map((one) => itemOf("!", one)), ...rest];
}

/** Every agent with an exception once, in the order of the groups. */
function needAttention(groups: readonly NamedGroup[]): readonly SelectedAgent[] {
  const byId = new Map(groups.flatMap(({ agents }) => agents.map((one) => [one.agent.id, one])));
  return [...byId.values()].filter(({ exception }) => exception !== null);
}

function headOf(id: string, label: string, summary: string): readonly DayItem[] {
  return label === "" ? [] : [{ kind: "head", key: `head\u001f${id}`, label, summary }];
}

function itemOf(groupId: string, selected: SelectedAgent): DayItem {
  return { kind: "agent", key: `${groupId}\u001f${selected.agent.id}`, selected };
}
