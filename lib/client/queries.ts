import { queryOptions } from "@tanstack/react-query";
import { rosterPath } from "#lib/contract/roster.ts";
import { type ClientAccess, OWN_ACCESS } from "./access.ts";
import { nextAskMs } from "./clock.ts";
import { fetchRuleNotes, type RuleNotes } from "./fetch-notes.ts";
import { fetchRoster, type Reading, readRoster } from "./fetch-roster.ts";

/** How soon to ask again after our own server failed to answer. */
const RETRY_MS = 5_000;

/**
 * A desk's roster, asked for on the server's rhythm (`Rota-Next-Read-At`): not in a hidden tab, and at
 * once when the tab comes back or the network does. The last reading is kept whatever happens. `fromPage`: what the
 * page brought of this desk; where that is all of it and can be read, it is not asked for again until it is due.
 */
export function rosterQuery(
  basePath: string,
  desk: string,
  access: ClientAccess = OWN_ACCESS,
  fromPage?: Reading,
) {
  const url = basePath + rosterPath(desk);
  return queryOptions<Reading>({
    queryKey: ["roster", desk],
    queryFn: ({ client, queryKey, signal }) => {
      const last = client.getQueryData<Reading>(queryKey);
      return last === undefined
        ? readRoster(url, fromPage, signal, access)
        : fetchRoster(url, last, signal, access);
    },
    refetchOnMount: ({ state }) => state.dataUpdateCount > 0 || state.data === undefined,
    staleTime: 0,
    gcTime: Number.POSITIVE_INFINITY,
    // Unchanged agents are already kept by identity; comparing everything again would cost more than it saves.
    structuralSharing: false,
    refetchOnWindowFocus: "always",
    refetchOnReconnect: "always",
    refetchIntervalInBackground: false,
    refetchInterval: ({ state }) =>
      state.status === "error" || !state.data ? RETRY_MS : nextAskMs(state.data.clock),
    retry: false,
  });
}

/** How long findings about rules are taken for true: somebody has to edit a schedule in Feishu to change them. */
const RULE_NOTES_MS = 5 * 60_000;

/** A desk's findings about rules; kept while they cannot be read again. */
export function ruleNotesQuery(basePath: string, desk: string, access: ClientAccess = OWN_ACCESS) {
  return queryOptions<RuleNotes>({
    queryKey: ["rule-notes", desk],
    queryFn: ({ signal }) => fetchRuleNotes(basePath, desk, signal, access),
    staleTime: RULE_NOTES_MS,
    refetchInterval: RULE_NOTES_MS,
    retry: false,
  });
}

/** Asks the server for a round now; it decides whether one is due (product.md, section 5). */
export async function requestRefresh(
  basePath: string,
  desk: string,
  signal: AbortSignal,
  access: ClientAccess = OWN_ACCESS,
): Promise<void> {
  const url = `${basePath}/api/refresh?desk=${encodeURIComponent(desk)}`;
  await fetch(url, { method: "POST", headers: access.headers(), signal });
}
