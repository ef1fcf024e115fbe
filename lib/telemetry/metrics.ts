/** What the product counts, for `/status` and for machines. Labels are short codes, never anything personal. */
export const COUNTERS = {
  feishu_calls: "Calls to Feishu, by endpoint and outcome",
  rounds: "Rounds, by desk and problem",
} as const;
export type CounterName = keyof typeof COUNTERS;

export interface Count {
  readonly name: CounterName;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Metrics {
  count(name: CounterName, labels: Readonly<Record<string, string>>): void;
  /** All counts since the process started, in the order in which they first occurred. */
  read(): readonly Count[];
}

export function createMetrics(): Metrics {
  const counts = new Map<string, Count>();
  return {
    count: (name, labels) => {
      const key = JSON.stringify([name, Object.entries(labels).sort()]);
      const value = (counts.get(key)?.value ?? 0) + 1;
      counts.set(key, { name, labels, value });
    },
    read: () => [...counts.values()],
  };
}
