import "server-only";
import { Client } from "pg";
import type { Clock } from "#lib/roster/ports.ts";
import { connectionOf, NEWS_CHANNEL } from "./postgres.ts";
import { FIRST_REOPEN_MS, LAST_REOPEN_MS, type News } from "./reopening-store.ts";

/** How often the connection is tried: one that is cut without a word would stay silent for ever. */
const TRIED_EVERY_MS = 10_000;

/**
 * Listens on a connection of its own for what other processes tell, and connects anew by itself. What is told while it is
 * away is missed, so that whoever listens must also look now and then; a new connection counts as news for that reason.
 */
export function hearPostgres(databaseUrl: string, clock: Clock): News {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };

  async function run(): Promise<void> {
    let waitMs = FIRST_REOPEN_MS;
    while (!closing.signal.aborted) {
      const heard = await listen(databaseUrl, clock, closing.signal, tellAll);
      waitMs = heard ? FIRST_REOPEN_MS : Math.min(2 * waitMs, LAST_REOPEN_MS);
      await clock.sleep(waitMs, closing.signal);
    }
  }

  const running = run();
  return {
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

/** Until the connection is of no use any more. False: it never was. */
async function listen(databaseUrl: string, clock: Clock, signal: AbortSignal, onNews: () => void) {
  const client = new Client(connectionOf(databaseUrl));
  const broken = new AbortController();
  const end = () => broken.abort();
  client.on("error", end);
  client.on("end", end);
  client.on("notification", onNews);
  signal.addEventListener("abort", end, { once: true });
  let heard = false;
  try {
    await client.connect();
    await client.query(`listen ${NEWS_CHANNEL}`);
    heard = true;
    onNews();
    while (!broken.signal.aborted) {
      await clock.sleep(TRIED_EVERY_MS, broken.signal);
      if (!broken.signal.aborted) await client.query("select 1");
    }
  } catch {
    // The store, which is asked on connections of its own, says what is wrong.
  } finally {
    signal.removeEventListener("abort", end);
    // A connection that is cut does not answer a farewell either.
    void client.end().catch(() => undefined);
  }
  return heard;
}
