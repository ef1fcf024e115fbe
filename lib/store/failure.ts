import "server-only";
import type { StoreFault } from "#lib/contract/storage.ts";

/**
 * Why the store did not do what it was asked. It carries codes alone: an engine's own messages may name an address,
 * a path or what a row holds.
 */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  readonly fault: StoreFault;
  /** The engine's code: an SQLSTATE, SQLite's result code, or the system's name of an error; "" where there is none. */
  readonly reason: string;

  constructor(fault: StoreFault, reason = "") {
    super(`the store cannot be used: ${fault}${reason === "" ? "" : ` (${reason})`}`);
    this.fault = fault;
    this.reason = reason;
  }
}

/** Faults after which what is open is of no use: it is closed, and opened anew by and by. */
const LOST: ReadonlySet<StoreFault> = new Set<StoreFault>(["unreachable", "refused", "slow", "damaged"]);

export const isLost = (fault: StoreFault): boolean => LOST.has(fault);

/** The failure that any thrown value is, by what an engine makes of codes. */
export function toStoreFailure(error: unknown, faultOf: (error: Error) => StoreFailure): StoreFailure {
  if (error instanceof StoreFailure) return error;
  return error instanceof Error ? faultOf(error) : new StoreFailure("internal");
}

const SYSTEM_FAULTS: Readonly<Record<string, StoreFault>> = {
  EACCES: "read_only",
  EPERM: "read_only",
  EROFS: "read_only",
  ENOSPC: "full",
  EDQUOT: "full",
};

/** What an error of the system, of files or of sockets, says of the store. */
export function systemFailure(code: string): StoreFailure {
  return new StoreFailure(SYSTEM_FAULTS[code] ?? "unreachable", code);
}

/** An error's `code`, where it is a short word. */
export function codeOf(error: Error): string {
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" && /^\w{1,60}$/.test(code) ? code : "";
}
