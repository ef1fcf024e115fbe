import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Prints, as JSON, what Node reads when it loads start.ts, check-settings.ts and check-health.ts: modules and the
 * package.json files by which it finds them, as paths below the project. A program of its own, since a module that a
 * process holds already is not loaded again.
 */
const ROOT = join(import.meta.dirname, "../..");
const paths = new Set<string>();

registerHooks({
  load: (url, context, nextLoad) => {
    if (url.startsWith("file:")) note(fileURLToPath(url));
    return nextLoad(url, context);
  },
});
note(join(import.meta.dirname, "start.js"));
await import("./start.ts");
await import("./check-settings.ts");
await import("./free-port.ts");
await import("./check-health.ts");
process.stdout.write(JSON.stringify([...paths]));

function note(file: string): void {
  paths.add(relative(ROOT, file));
  for (let folder = dirname(file); folder.startsWith(ROOT); folder = dirname(folder)) {
    const description = join(folder, "package.json");
    if (existsSync(description)) paths.add(relative(ROOT, description));
  }
}
