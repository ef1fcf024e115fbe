import "server-only";
import { format, stripVTControlCharacters } from "node:util";
import type { Log } from "#lib/telemetry/log.ts";

const METHODS = [
  ["log", "info"],
  ["info", "info"],
  ["debug", "debug"],
  ["warn", "warn"],
  ["error", "error"],
] as const;
type Printer = Pick<Console, (typeof METHODS)[number][0]>;

/**
 * What Next prints becomes lines of the log, so that stdout stays JSON and no line holds what a log must not:
 * Next names the address of a request that failed, and an address holds what somebody searched for.
 */
export function takeOverConsole(log: Log, target: Printer = console): void {
  for (const [method, level] of METHODS) {
    target[method] = (...given: readonly unknown[]) =>
      log[level]({ from: "next" }, withoutGiven(format(...given)));
  }
}

/**
 * Without queries, agents, the secrets of calendar subscriptions, and whatever Next quotes of a request; without the
 * colours that it gives a terminal.
 */
function withoutGiven(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\?[^\s"'`)]+/g, "?…")
    .replace(/\/(agents|feeds)\/[^\s"'`?)]+/g, "/$1/…")
    .replace(/"[^"\n]*"/g, '"…"');
}
