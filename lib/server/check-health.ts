import "server-only";
import { processSettings } from "#lib/config/process-settings.ts";

/** Ends with status 0 where the product of this machine says that it is alive; a container's health check. */
if (import.meta.main) {
  const { host, port, basePath } = processSettings();
  const own = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  const { ok } = await fetch(`http://${own.includes(":") ? `[${own}]` : own}:${port}${basePath}/api/health`);
  process.exitCode = ok ? 0 : 1;
}
