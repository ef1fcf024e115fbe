import "server-only";
import type { BreakerBook } from "#lib/feishu/breaker.ts";
import { getRuntime } from "./runtime.ts";

/** What `/status` says of who reads. */
export interface Readers {
  readonly desks: readonly { readonly desk: string; readonly isReader: boolean }[];
  readonly breakers: ReturnType<BreakerBook["states"]>;
}

export async function readReaders(): Promise<Readers> {
  const { roster, breakers } = await getRuntime();
  const desks = [...roster.desks].map(([desk, { feed }]) => ({ desk, isReader: feed.state().isReader }));
  return { desks, breakers: breakers.states() };
}
