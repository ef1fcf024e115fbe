import "server-only";
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import type { Settings } from "#lib/config/settings.ts";
import { formsOf } from "./secret-forms.ts";

/** JSON lines on stdout. Whoever logs gives codes, counts and ids; never a name, an email or a query. */
export type Log = Logger;

export interface LogOptions {
  readonly level: Settings["logLevel"];
  /** Text that no line may hold, whatever error it came with. */
  readonly secrets: readonly string[];
  /** Default: stdout. */
  readonly destination?: DestinationStream;
}

export function createLog({ level, secrets, destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: createScrubber(secrets) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The last net below lib/feishu's own care: takes the secrets out of a finished line, in whatever writing. */
function createScrubber(secrets: readonly string[]): (line: string) => string {
  // A secret may be part of another one: the longer goes first.
  const wanted = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return (line) => line;
  // One walk over the line for all of them: every request writes one.
  const pattern = new RegExp(wanted.map(escapeForPattern).join("|"), "g");
  return (line) => line.replace(pattern, "[secret]");
}

const escapeForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
