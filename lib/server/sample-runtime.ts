import "server-only";
import type { FeedState } from "#lib/roster/state.ts";
import type { DeskSample, Sample } from "#lib/telemetry/metrics.ts";
import type { Runtime } from "./runtime.ts";

/** How things stand at this moment, for the metrics. Asking is no look: a scraper must not keep a desk being read. */
export function sampleRuntime({ roster, store, traffic, looks, breakers }: Runtime): Sample {
  const nowMs = performance.now();
  const desks = [...roster.desks.values()].map(({ feed }) => {
    const state = feed.state();
    return sampleDesk(state, roster.clock.now(), looks.read(state.desk.key, nowMs));
  });
  return {
    requestsInFlight: traffic.inFlight(),
    desks,
    breakers: breakers.states(),
    storeReachable: store.storage().fault === null,
  };
}

const NOTHING_SET_ASIDE = { agents: 0, rules: 0, skills: 0 };

function sampleDesk(state: FeedState, now: number, viewers: number): DeskSample {
  return {
    desk: state.desk.key,
    ageMs: state.fetchedAt === null ? null : Math.max(0, now - state.fetchedAt),
    isReader: state.isReader,
    isFresh: state.freshness === "fresh",
    problem: state.problem?.code ?? null,
    agents: state.roster?.agents.length ?? 0,
    setAside: state.roster?.setAside ?? NOTHING_SET_ASIDE,
    viewers,
  };
}
