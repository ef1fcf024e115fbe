import type { ReadDesk, ReadFailure, ReadHooks } from "#lib/roster/ports.ts";
import { type SampleDesk, type SampleDeskOptions, startSampleDesk } from "#lib/sample-desk/server.ts";
import { createDeskReader, type DeskReaderDeps, type DeskReaderSettings } from "../desk-reader.ts";
import type { CallObserver } from "../request.ts";

/** For tests of this room: a sample desk on a free port, and a reader of it whose clock does not wait. */

/** Milliseconds that pass only when told, or when somebody sleeps. */
export function createTestClock() {
  let nowMs = 1_000;
  const sleeps: number[] = [];
  return {
    sleeps,
    monotonicMs: () => nowMs,
    advance: (ms: number) => {
      nowMs += ms;
    },
    sleep: async (ms: number) => {
      sleeps.push(ms);
      nowMs += ms;
    },
  };
}

export type Call = Parameters<CallObserver["onCall"]>[0];

export interface TestBench {
  readonly desk: SampleDesk;
  readonly reader: ReadDesk;
  readonly clock: ReturnType<typeof createTestClock>;
  readonly hooks: ReadHooks;
  /** What the hooks were told, in order. */
  readonly failures: ReadFailure[];
  /** What the observer was told, in order. */
  readonly calls: Call[];
  /** Settings that fit the desk. */
  readonly settings: DeskReaderSettings;
  readonly deps: DeskReaderDeps;
  close(): Promise<void>;
}

export async function openBench(
  options: SampleDeskOptions = {},
  overrides: Partial<DeskReaderSettings> & Pick<DeskReaderDeps, "maxBytes"> = {},
): Promise<TestBench> {
  const desk = await startSampleDesk(options);
  const clock = createTestClock();
  const failures: ReadFailure[] = [];
  const calls: Call[] = [];
  const { maxBytes, ...changed } = overrides;
  const settings: DeskReaderSettings = {
    baseUrl: desk.url,
    appId: desk.appId,
    appSecret: desk.appSecret,
    helpdeskId: desk.helpdeskId,
    helpdeskToken: desk.helpdeskToken,
    timeoutMs: 5_000,
    ...changed,
  };
  const deps: DeskReaderDeps = {
    clock,
    random: () => 0.5,
    observer: { onCall: (call) => calls.push(call) },
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
  return {
    desk,
    reader: createDeskReader(settings, deps),
    clock,
    hooks: { onFailedAttempt: (failure) => failures.push(failure) },
    failures,
    calls,
    settings,
    deps,
    close: () => desk.close(),
  };
}
