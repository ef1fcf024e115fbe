import type { FaultScope } from "#lib/sample-desk/control.ts";
import * as preset from "#lib/sample-desk/fault-presets.ts";
import type { Fault } from "#lib/sample-desk/faults.ts";
import { fractionOf, pick } from "#lib/sample-desk/seeded.ts";

/** What goes wrong when, as a function of the seed. All times are ms since the start of the simulation. */

export interface Outage {
  readonly name: string;
  readonly fault: Fault;
  readonly fromMs: number;
  readonly toMs: number;
  /** Only the first call in it fails; otherwise every call. */
  readonly once: boolean;
  readonly scope: FaultScope;
}

export interface SoakPlan {
  readonly outages: readonly Outage[];
  /** When the process is killed. */
  readonly killsMs: readonly number[];
}

interface Kind {
  readonly name: string;
  readonly fault: Fault;
  readonly once?: boolean;
  readonly scope?: FaultScope;
}

const KINDS: readonly [Kind, ...Kind[]] = [
  { name: "HTTP 500 with Feishu's own code", fault: preset.internalError() },
  { name: "rate limited", fault: preset.rateLimited(120) },
  { name: "rate limited, as HTTP 400", fault: preset.rateLimited(60, 400) },
  { name: "quota used up", fault: preset.quotaUsedUp(), once: true },
  { name: "token refused", fault: preset.tokenRejected(200), once: true },
  { name: "token refused again and again", fault: preset.tokenRejected() },
  { name: "permission missing", fault: preset.scopeMissing() },
  { name: "no access", fault: preset.noAccess() },
  { name: "a gateway's page", fault: preset.htmlPage() },
  { name: "an empty body", fault: preset.emptyBody() },
  { name: "a charset that is not ours", fault: preset.gbkBody() },
  { name: "a byte order mark", fault: { kind: "bom" } },
  { name: "an unknown code", fault: preset.codeFault(123_456) },
  { name: "a redirect", fault: { kind: "redirect", location: "http://127.0.0.1:9/" } },
  { name: "a gzip bomb", fault: { kind: "bomb", megabytes: 64 }, once: true },
  { name: "lists a thousand deep", fault: { kind: "deep", levels: 1_000 } },
  { name: "a slow answer", fault: { kind: "delay", ms: 120 } },
  { name: "an answer by drops", fault: { kind: "drip", bytes: 2_000, everyMs: 20 } },
  { name: "half an answer", fault: { kind: "truncate", bytes: 4_000 } },
  { name: "a reset connection", fault: { kind: "reset" } },
  { name: "no answer", fault: { kind: "hang" } },
  // An empty list of removed agents is the usual one, and rightly believed.
  { name: "suddenly empty", fault: preset.emptyList(), once: true, scope: { targets: ["present"] } },
];

const OUTAGES = 44;
const KILLS = 6;

/** Every kind comes, in an order of the seed's own; outages never touch, and the last tenth of the time is sound. */
export function makePlan(seed: number, totalMs: number, intervalMs: number): SoakPlan {
  const count = Math.max(4, Math.min(OUTAGES, Math.floor(totalMs / (8 * intervalMs))));
  const slotMs = (totalMs * 0.9) / count;
  const order = KINDS.map((kind, i) => ({ kind, rank: fractionOf(seed, 1, i) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
  const outages = Array.from({ length: count }, (_, i): Outage => {
    const {
      once = false,
      scope = {},
      ...kind
    } = order[i % order.length] ?? pick(KINDS, fractionOf(seed, 2, i));
    const lengthMs = Math.min(slotMs / 2, intervalMs * (1 + 9 * fractionOf(seed, 3, i)));
    const fromMs = i * slotMs + (slotMs - lengthMs) * fractionOf(seed, 4, i);
    return { ...kind, once, scope, fromMs, toMs: fromMs + lengthMs };
  });
  const kills = Math.min(KILLS, Math.ceil(count / 6));
  const killsMs = Array.from(
    { length: kills },
    (_, i) => totalMs * 0.6 * ((i + 0.3 + 0.7 * fractionOf(seed, 5, i)) / kills),
  );
  return { outages, killsMs };
}

/** How many look at this hour, in Shanghai: nobody at night, a few by day. */
export function viewersAt(epochMs: number): number {
  const hour = new Date(epochMs + 8 * 3_600_000).getUTCHours();
  if (hour < 6) return 0;
  return hour < 9 || hour >= 20 ? 1 : 3;
}
