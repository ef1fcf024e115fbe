import { asInstant, type Instant } from "../types.ts";

const MINUTE_MS = 60_000;
/** The clock changes of every tested zone fall on quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 86_400_000;

/** What a wall clock shows, as minutes since 1970-01-01 00:00 on that clock, read off Intl and nothing else. */
function readWall(at: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS;
}

export interface SlowClock {
  /** Every minute of the walked stretch with what the wall clock shows then. */
  readonly minutes: readonly { readonly at: Instant; readonly wall: number }[];
  /** The instants of wall minutes by looking at every minute of the stretch. */
  find(wall: number, which: "first" | "last"): Instant;
}

const clocks = new Map<string, SlowClock>();

/** Looks at the clock of `zone` every minute from `days` before 00:00 UTC of `date` until `days` after it. */
export function walkClock(zone: string, date: string, days = 24): SlowClock {
  const known = clocks.get(`${zone} ${date}`);
  if (known) return known;
  const middle = Date.parse(`${date}T00:00:00Z`);
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const minutes: { at: Instant; wall: number }[] = [];
  for (let at = middle - days * DAY_MS; at < middle + days * DAY_MS; at += QUARTER_MS) {
    const wall = readWall(at, format);
    for (let i = 0; i < 15; i++) minutes.push({ at: asInstant(at + i * MINUTE_MS), wall: wall + i });
  }
  const clock = { minutes, find: makeFind(minutes) };
  clocks.set(`${zone} ${date}`, clock);
  return clock;
}

function makeFind(minutes: SlowClock["minutes"]): SlowClock["find"] {
  const first = new Map<number, Instant>();
  const last = new Map<number, Instant>();
  for (const { at, wall } of minutes) {
    if (!first.has(wall)) first.set(wall, at);
    last.set(wall, at);
  }
  return (wall, which) => {
    const shown = (which === "first" ? first : last).get(wall);
    // A time that no minute shows was skipped: the first minute that shows a later one is the end of the gap.
    const found = shown ?? minutes.find((minute) => minute.wall > wall)?.at;
    if (found === undefined) throw new RangeError(`wall minute ${wall} lies outside the walk`);
    return found;
  };
}
