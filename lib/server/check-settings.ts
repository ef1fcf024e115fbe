import "server-only";
import { processSettings } from "#lib/config/process-settings.ts";
import { SettingsError } from "#lib/config/read-settings.ts";
import type { Settings } from "#lib/config/settings.ts";

/** The settings of this process; null where they are faulty, after one readable line a fault on stderr. */
export function checkSettings(): Settings | null {
  try {
    return processSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const fault of error.faults) console.error(fault);
    return null;
  }
}
