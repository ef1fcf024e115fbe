import "server-only";
import { createServer } from "node:http";
import { changeEnvironment } from "#lib/config/environment.ts";
import type { BuiltConfig } from "./built-config.ts";
import { listenOrEnd } from "./listen-or-end.ts";
import { getRuntime } from "./runtime.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** A finished build, and where it stands. */
export interface Build {
  readonly root: string;
  readonly config: BuiltConfig;
}

/** Longer than load balancers keep an idle connection (60 s is usual), so that none sends a request into one that ends. */
const KEEP_ALIVE_MS = 75_000;

/**
 * How Next serves the build in `root`. Were it quiet, it would also say nothing of a page that throws (docs/operate.md,
 * lines with `"from":"next"`).
 */
export function optionsOfNext(root: string) {
  return { dir: root, dev: false, quiet: false };
}

/**
 * Makes this process the product: Next gets ready, the settings are checked (start-process.ts), and then it listens where
 * they say. Ends the process where that cannot be.
 */
export async function serveNext({ root, config }: Build): Promise<void> {
  changeEnvironment({
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // As the server.js does that Next makes for containers: next.config.js need not be there, nor be worked out again.
    __NEXT_PRIVATE_STANDALONE_CONFIG: config.json,
  });
  // Next greets in words of its own until the log takes the console over (take-over-console.ts).
  Object.assign(console, { log: () => {} });
  const { default: next } = await import("next");
  const app = next(optionsOfNext(root));
  await app.prepare();
  const runtime = await getRuntime();
  stopOnSignals(runtime);
  const answer = app.getRequestHandler();
  // We speak nothing but HTTP: a request for anything else is answered as any other.
  const server = createServer({ shouldUpgradeCallback: () => false }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      runtime.log.error({ err: error }, "a request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listenOrEnd(server, runtime);
  const what = runtime.isSample ? ", with the built-in sample desk" : "";
  process.stdout.write(`Helpdesk Rota${what}: ${runtime.settings.appUrl}\n`);
}
