import { useWordsWith } from "#components/filters/use-view.tsx";
import { STATUS_WORDS } from "#lib/i18n/status-words.ts";
import { useSite } from "./site.tsx";
import { StatusCard, StatusLines } from "./status-card.tsx";

export interface ReadersCardProps {
  /** By desk key. */
  readonly desks: readonly { readonly desk: string; readonly isReader: boolean }[];
  readonly breakers: readonly {
    /** Null: of the app, whose token the desks share. */
    readonly desk: string | null;
    readonly endpoint: string;
    readonly state: "closed" | "open" | "half_open";
  }[];
}

/** Which of several replicas reads each desk, and whether what it asks has failed for long. */
export function ReadersCard({ desks, breakers }: ReadersCardProps) {
  const { statusPage } = useWordsWith(STATUS_WORDS);
  const site = useSite();
  const nameOf = (desk: string) => site.desks.find(({ key }) => key === desk)?.name ?? desk;
  const labelOf = (desk: string | null, endpoint: string) => {
    const label = statusPage.breaker(endpoint);
    return desk === null || desks.length < 2 ? label : `${label} · ${nameOf(desk)}`;
  };
  return (
    <StatusCard title={statusPage.readers}>
      <StatusLines
        lines={[
          ...desks.map(
            ({ desk, isReader }) =>
              [nameOf(desk), isReader ? statusPage.readHere : statusPage.readElsewhere] as const,
          ),
          ...breakers.map(
            ({ desk, endpoint, state }) => [labelOf(desk, endpoint), statusPage.breakers[state]] as const,
          ),
        ]}
      />
    </StatusCard>
  );
}
