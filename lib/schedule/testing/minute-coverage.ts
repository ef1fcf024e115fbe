import type { CoverageInput, CoverageSpan } from "../coverage.ts";
import { asInstant, type Span } from "../types.ts";

const MINUTE_MS = 60_000;

/**
 * The spans of each skill, minute by minute, as one would write it first: for the benchmark, which holds the sweep to
 * the same answer and says how much faster it is. It knows no minimums.
 */
export function countByMinute(input: CoverageInput): readonly (readonly CoverageSpan[])[] {
  const { bounds, agents, skills, opening } = input;
  const minutes = (bounds.endAt - bounds.startAt) / MINUTE_MS;
  const defaults = new Set(skills.filter(({ isDefault }) => isDefault).map(({ id }) => id));
  const open = new Uint8Array(minutes);
  for (const [startAt, endAt] of opening) open.fill(1, ...minutesOf({ startAt, endAt }, bounds));
  const backing = new Int32Array(minutes);
  const counts = new Map(skills.map(({ id }) => [id, new Int32Array(minutes)]));
  for (const { agent, spans } of agents) {
    if (agent.status === "removed") continue;
    const held = agent.skillIds.flatMap((id) => counts.get(id) ?? []);
    const rows = agent.skillIds.some((id) => defaults.has(id)) ? [...held, backing] : held;
    for (const row of rows) {
      for (const span of spans) {
        const [from, to] = minutesOf(span, bounds);
        for (let i = from; i < to; i++) row[i] = (row[i] ?? 0) + 1;
      }
    }
  }
  return skills.map(({ id, isDefault }) => {
    const spans: CoverageSpan[] = [];
    for (let i = 0; i < minutes; i++) {
      const specialists = counts.get(id)?.[i] ?? 0;
      const fallback = isDefault ? 0 : (backing[i] ?? 0);
      const level = levelOf(open[i] === 1, specialists, fallback);
      const endAt = asInstant(bounds.startAt + (i + 1) * MINUTE_MS);
      const last = spans.at(-1);
      if (last?.level === level && last.specialists === specialists && last.fallback === fallback) {
        spans[spans.length - 1] = { ...last, endAt };
      } else {
        const startAt = asInstant(bounds.startAt + i * MINUTE_MS);
        spans.push({ startAt, endAt, level, specialists, fallback });
      }
    }
    return spans;
  });
}

function minutesOf({ startAt, endAt }: Span, bounds: Span): readonly [number, number] {
  const last = (bounds.endAt - bounds.startAt) / MINUTE_MS;
  const minuteOf = (at: number) => Math.min(last, Math.max(0, (at - bounds.startAt) / MINUTE_MS));
  return [minuteOf(startAt), minuteOf(endAt)];
}

function levelOf(open: boolean, specialists: number, fallback: number): CoverageSpan["level"] {
  if (!open) return "closed";
  if (specialists === 0) return fallback === 0 ? "none" : "fallback";
  return specialists === 1 ? "thin" : "met";
}
