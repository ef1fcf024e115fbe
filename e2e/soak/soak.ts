import { feedsSchema, madeFeedSchema } from "#lib/contract/feeds.ts";
import { rosterSchema } from "#lib/contract/roster-schema.ts";
import { type SampleDesk, startSampleDesk } from "#lib/sample-desk/server.ts";
import { CallCounter, type Calls } from "./calls.ts";
import { makePlan, type Outage, type SoakPlan } from "./plan.ts";
import { createProductProcess, type ProductProcess } from "./product-process.ts";
import { type Scale, simulatedNow } from "./scaled-clock.ts";
import { type Tally, TallyKeeper } from "./tally.ts";
import { createTruth, type Truth } from "./truth.ts";
import { pause, view } from "./viewer.ts";

export interface SoakOptions {
  readonly seed: number;
  readonly simulatedHours: number;
  readonly realSeconds: number;
  readonly refreshSeconds: number;
}

export interface SoakReport extends Tally {
  readonly options: SoakOptions;
  readonly outages: number;
  readonly restarts: number;
  readonly calls: Calls;
  /** Bytes: of the first process after its first roster, and of the last one at the end. */
  readonly memory: { readonly start: number; readonly end: number };
}

/** A Monday morning in Shanghai. */
const STARTS_AT = Date.parse("2026-11-16T08:00:00+08:00");
const HOUR_MS = 3_600_000;
const VIEWERS = 3;
/** Real ms between two looks at the plan. */
const TICK_MS = 15;

/**
 * Runs the built product against a Feishu that fails by the plan of a seed, on a clock that makes hours of seconds,
 * while viewers come and go and the process is killed; adds up what any viewer lost.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const totalMs = options.simulatedHours * HOUR_MS;
  const factor = totalMs / (options.realSeconds * 1000);
  // The desk needs the clock and the clock begins when everything stands.
  let scale: Scale = { realStart: Date.now(), startsAt: STARTS_AT, factor };
  // Asked at each request, before it is answered: so the answer is the truth of that minute.
  let truth: Truth | null = null;
  const now = () => {
    const at = simulatedNow(scale);
    truth?.advance(at);
    return at;
  };
  const feishu = await startSampleDesk({ now });
  truth = createTruth(feishu);
  scale = { ...scale, realStart: Date.now() };
  const product = await createProductProcess(feishu, scale, options.refreshSeconds);
  try {
    await product.start();
    // A first look waits ten seconds for a roster, which are a few milliseconds here.
    while (!(await fetch(`${product.url}/api/roster`)).ok) await pause(TICK_MS);
    // From here on the plan counts: a start takes seconds of ours, and hours of the simulation's.
    const beganAt = simulatedNow(scale);
    const intervalMs = options.refreshSeconds * 1000;
    const plan = makePlan(options.seed, totalMs, intervalMs);
    return await run({
      options,
      product,
      feishu,
      truth,
      scale,
      plan,
      scope: { startsAt: beganAt, totalMs, intervalMs },
    });
  } finally {
    await product.remove();
    await feishu.close();
  }
}

interface Run {
  readonly options: SoakOptions;
  readonly product: ProductProcess;
  readonly feishu: SampleDesk;
  readonly truth: Truth;
  readonly scale: Scale;
  readonly plan: SoakPlan;
  readonly scope: { readonly startsAt: number; readonly totalMs: number; readonly intervalMs: number };
}

async function run({ options, product, feishu, truth, scale, plan, scope }: Run): Promise<SoakReport> {
  const tally = new TallyKeeper(truth);
  const calls = new CallCounter(feishu);
  const made = await subscribe(product);
  const start = await product.memory();

  const elapsedMs = () => simulatedNow(scale) - scope.startsAt;
  const isOver = () => elapsedMs() >= scope.totalMs;
  const viewers = Array.from({ length: VIEWERS }, (_, i) => view(i, product, scale, tally, isOver));
  const restartsMs: number[] = [];
  const killer = killAndRestart(product, plan, elapsedMs, restartsMs);
  const switchTo = createSwitch(feishu, plan);
  while (!isOver()) {
    switchTo(elapsedMs());
    calls.collect();
    await pause(TICK_MS);
  }
  await Promise.all([killer, ...viewers]);
  feishu.control.clearFaults();
  tally.lose("subscriptions", await countLost(product, made), simulatedNow(scale));
  await confirmTheEnd(product, feishu, truth, scale, tally);
  return {
    options,
    outages: plan.outages.length,
    restarts: restartsMs.length,
    ...tally.read(),
    calls: calls.read(plan, restartsMs, scope),
    memory: { start, end: await product.memory() },
  };
}

/** At most one outage at a time: its fault is set in the sample desk when it begins, and cleared when it ends. */
function createSwitch(feishu: SampleDesk, { outages }: SoakPlan): (elapsedMs: number) => void {
  let active: Outage | undefined;
  return (elapsedMs) => {
    const due = outages.find(({ fromMs, toMs }) => elapsedMs >= fromMs && elapsedMs < toMs);
    if (due === active) return;
    active = due;
    feishu.control.clearFaults();
    if (due === undefined) return;
    if (due.once) feishu.control.failNext(due.fault, due.scope);
    else feishu.control.failAlways(due.fault, due.scope);
  };
}

/** Adds to `restartsMs` when each new process was up. */
async function killAndRestart(
  product: ProductProcess,
  { killsMs }: SoakPlan,
  elapsedMs: () => number,
  restartsMs: number[],
): Promise<void> {
  for (const killMs of killsMs) {
    while (elapsedMs() < killMs) await pause(TICK_MS);
    await product.kill();
    await product.start();
    restartsMs.push(elapsedMs());
  }
}

/** Makes one calendar subscription of each kind, and returns their ids. */
async function subscribe({ url }: ProductProcess): Promise<readonly string[]> {
  const roster = rosterSchema.parse(await (await fetch(`${url}/api/roster`)).json());
  const wanted = [
    { agent: roster.agents[0]?.id },
    { skill: roster.skills[0]?.id },
    { department: roster.agents[0]?.department },
  ];
  const ids: string[] = [];
  for (const body of wanted) {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/api/feeds`, { method: "POST", headers, body: JSON.stringify(body) });
    ids.push(madeFeedSchema.parse(await response.json()).id);
  }
  return ids;
}

async function countLost({ url }: ProductProcess, made: readonly string[]): Promise<number> {
  const { feeds } = feedsSchema.parse(await (await fetch(`${url}/api/feeds`)).json());
  const held = new Set(feeds.map(({ id }) => id));
  return made.filter((id) => !held.has(id)).length;
}

/** Once Feishu is sound again, the roster must be the truth of the moment within a few rounds. */
async function confirmTheEnd(
  product: ProductProcess,
  feishu: SampleDesk,
  truth: Truth,
  scale: Scale,
  tally: TallyKeeper,
): Promise<void> {
  const endAt = Math.floor(simulatedNow(scale) / 60_000) * 60_000;
  truth.advance(endAt);
  feishu.control.setNow(endAt);
  const giveUpMs = performance.now() + 20_000;
  while (performance.now() < giveUpMs) {
    const response = await fetch(`${product.url}/api/roster`);
    const roster = response.ok ? rosterSchema.parse(await response.json()) : null;
    if (roster?.freshness === "fresh" && truth.readAt(roster) === endAt) {
      tally.noteRoster(roster, endAt, endAt);
      return;
    }
    await pause(100);
  }
  tally.lose("end", 1, endAt);
}
