import type { PickerItem } from "#components/ui/picker.tsx";
import type { FeedsJson, NewFeedJson } from "#lib/contract/feeds.ts";
import type { RosterJson } from "#lib/contract/roster.ts";
import { departmentsOf } from "#lib/schedule/facets.ts";

/** What calendar subscriptions are for, told from a roster. */

export type Feed = FeedsJson["feeds"][number];

/** In the order of the choice. */
export const SCOPE_KINDS = ["skill", "department", "agent"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** An agent's or skill's id, or a department's name. */
export interface FeedScope {
  readonly kind: ScopeKind;
  readonly value: string;
}

export type ScopeChoice = Pick<PickerItem, "value" | "label">;

type Named = Pick<RosterJson, "agents" | "skills">;

/** What a subscription of one kind can be for: the removed have no calendar of their own any more. */
export function scopeChoices(kind: ScopeKind, { agents, skills }: Named): readonly ScopeChoice[] {
  switch (kind) {
    case "agent":
      return agents
        .filter(({ status }) => status !== "removed")
        .map(({ id, name }) => ({ value: id, label: name }));
    case "skill":
      return skills.map(({ id, name }) => ({ value: id, label: name }));
    case "department":
      return departmentsOf(agents).map(({ name }) => ({ value: name, label: name }));
  }
}

export function scopeOf({ agent, skill, department }: Feed): FeedScope {
  if (agent !== null) return { kind: "agent", value: agent };
  return skill !== null ? { kind: "skill", value: skill } : { kind: "department", value: department ?? "" };
}

/** By name where the roster knows it, else as it was asked for. */
export function nameScope({ kind, value }: FeedScope, { agents, skills }: Named): string {
  if (kind === "department") return value;
  const named: readonly { readonly id: string; readonly name: string }[] = kind === "agent" ? agents : skills;
  return named.find(({ id }) => id === value)?.name ?? value;
}

/** The body of `POST /api/feeds`. */
export function requestFor({ kind, value }: FeedScope, desk: string): NewFeedJson {
  switch (kind) {
    case "agent":
      return { desk, agent: value };
    case "skill":
      return { desk, skill: value };
    case "department":
      return { desk, department: value };
  }
}
