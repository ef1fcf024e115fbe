import "server-only";
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import type { Settings } from "#lib/config/settings.ts";

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

/** The last net below lib/feishu's own care: takes the secrets out of a finished line, as text and as JSON text. */
function createScrubber(secrets: readonly string[]): (line: string) => string {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const wanted = [...new Set(forms)].filter((form) => form !== "");
  return (line) => wanted.reduce((text, form) => text.replaceAll(form, "[secret]"), line);
}
