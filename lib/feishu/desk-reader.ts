import "server-only";
import type { Clock, ReadDesk, ReadHooks, ReadList } from "#lib/roster/ports.ts";
import type { Breakers } from "./breaker.ts";
import { FeishuError, toReadFailure } from "./errors.ts";
import { type HelpdeskClient, PRESENT_STATUSES, REMOVED_STATUSES, readAgentSchedules } from "./helpdesk.ts";
import { type KnownRecords, startReading } from "./known-records.ts";
import { DEFAULT_MAX_BYTES } from "./read-body.ts";
import type { CallObserver } from "./request.ts";
import { createTokenProviders, type TokenProviders } from "./token.ts";
import { gatherRecords, type ReadCopy, translateRecord } from "./translate.ts";

/** Where a desk is and how to be let in. Secrets stay inside the closure of the reader. */
export interface DeskReaderSettings {
  /** With or without a final slash; a path is kept. */
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly helpdeskId: string;
  readonly helpdeskToken: string;
  /** Total deadline of one call in ms, retries and body included. */
  readonly timeoutMs: number;
}

export interface DeskReaderDeps {
  readonly clock: Pick<Clock, "monotonicMs" | "sleep">;
  /** A fraction `[0, 1)`; spreads retries. */
  readonly random: () => number;
  readonly observer?: CallObserver;
  /** Of this desk; default: no breaker. */
  readonly breakers?: Breakers;
  /** Cap on the inflated body in bytes; default 32 MiB. */
  readonly maxBytes?: number;
  /** Pass the same one to every desk of an app: they then share its token. Default: one of the reader's own. */
  readonly tokens?: TokenProviders;
}

/** The feed's way to Feishu: two calls that answer with a readable list or reject with a `ReadFailure`. */
export function createDeskReader(settings: DeskReaderSettings, deps: DeskReaderDeps): ReadDesk {
  const baseUrl = settings.baseUrl.replace(/\/+$/, "");
  const requestDeps = { ...deps, maxBytes: deps.maxBytes ?? DEFAULT_MAX_BYTES };
  const tokens = deps.tokens ?? createTokenProviders(requestDeps);
  const client: HelpdeskClient = {
    baseUrl,
    helpdeskId: settings.helpdeskId,
    helpdeskToken: settings.helpdeskToken,
    timeoutMs: settings.timeoutMs,
    tokens: tokens.of({ ...settings, baseUrl }),
    deps: requestDeps,
  };

  /** Reads one of the two lists, and remembers its answer for the next time. */
  function makeRead(statuses: readonly number[], removed: boolean): (hooks: ReadHooks) => Promise<ReadList> {
    let known: KnownRecords<ReadCopy> | null = null;
    const start = () => startReading((record) => translateRecord(record, { removed }), known);
    return async (hooks) => {
      const onFailedAttempt = (error: FeishuError) => hooks.onFailedAttempt(toReadFailure(error));
      try {
        const { reading, bytes } = await readAgentSchedules(client, statuses, onFailedAttempt, start);
        known = reading.keep(bytes);
        return await gatherRecords(reading, { removed });
      } catch (error) {
        throw error instanceof FeishuError ? toReadFailure(error) : error;
      }
    };
  }

  return {
    readPresent: makeRead(PRESENT_STATUSES, false),
    readRemoved: makeRead(REMOVED_STATUSES, true),
  };
}
