import "server-only";

export type SqlValue = string | number | null;

/**
 * The little that SQLite and PostgreSQL must have in common, so that every statement of the store is written once.
 * Values stand in a statement as `$1`, `$2`, …; whole numbers come back as numbers.
 */
export interface SqlEngine {
  /** The engine's own time in epoch ms, as SQL: what several replicas share, whatever their clocks say. */
  readonly nowMs: string;
  /** The rows that one statement gives; it is whole or not at all. Rejects with a `StoreFailure`. */
  query(sql: string, values?: readonly SqlValue[]): Promise<readonly unknown[]>;
  /** Tells every process that listens that there may be something new; an engine for one machine tells nobody. */
  tell(): Promise<void>;
  close(): Promise<void>;
}

/** `($1, $2), ($3, $4)`: the places of `rows` rows of `columns` values each. */
export function placesOf(rows: number, columns: number): string {
  const row = (first: number) =>
    `(${Array.from({ length: columns }, (_, column) => `$${first + column}`).join(", ")})`;
  return Array.from({ length: rows }, (_, index) => row(index * columns + 1)).join(", ");
}
