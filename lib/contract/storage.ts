/** Why the store cannot be used, in the words of `/status` and of the metrics. */
export const STORE_FAULTS = [
  /** No connection, or no such file. */
  "unreachable",
  /** The database knows us and says no: a password, a database or a right is missing. */
  "refused",
  /** No answer in time; or another process holds it. */
  "slow",
  "full",
  "read_only",
  /** It is there and cannot be read. */
  "damaged",
  /** A later version of the product has written it. */
  "newer",
  /** It can be read, but holds a row of a shape that we do not know. */
  "unreadable_row",
  /** A fault of ours. */
  "internal",
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

/** Where the product keeps what outlives a process, and whether it can. */
export interface StorageState {
  readonly engine: "sqlite" | "postgres";
  /** Null: all is well. */
  readonly fault: StoreFault | null;
  /** ISO 8601 UTC; null without a fault. */
  readonly since: string | null;
}
