import "server-only";
import { environmentWith } from "./environment.ts";
import { readSettings } from "./read-settings.ts";
import type { Settings } from "./settings.ts";

let read: Settings | undefined;

/** The settings of this process, read once. Throws a `SettingsError`. */
export function processSettings(): Settings {
  read ??= readSettings(environmentWith({}));
  return read;
}
