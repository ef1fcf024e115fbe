import { createServer } from "node:http";
import { readSettings } from "#lib/config/read-settings.ts";
import { readRoster } from "#lib/roster/read-roster.ts";
import { refreshRoster } from "#lib/roster/refresh-roster.ts";
import { WHOLE } from "#lib/roster/shape.ts";
import { createRuntime } from "../create-runtime.ts";
import { findFreePort } from "../free-port.ts";

/**
 * The product without its pages: one replica, for tests that start several and kill them. The first argument holds its
 * settings as JSON, the second its interval in ms, which may be shorter than a setting can say. `/state` says how it stands
 * without looking; `/roster` looks; `/refresh` asks for a round; `/once/ID` uses a token's id. Prints its port.
 */
const [, , settings = "{}", refreshMs = "1000"] = process.argv;
const question = { deskKey: null, shape: WHOLE };
const runtime = await createRuntime({ ...readSettings(JSON.parse(settings)), refreshMs: Number(refreshMs) });

function stateNow() {
  const [source] = runtime.roster.desks.values();
  const { roster, ...state } = source?.feed.state() ?? { roster: null };
  return { ...state, agents: roster?.agents.length ?? null, storage: runtime.store.storage() };
}

async function answerTo(path: string): Promise<unknown> {
  if (path === "/refresh") return refreshRoster(runtime.roster, question);
  // biome-ignore lint/correctness/useHookAtTopLevel: a verb of the store, and no hook of React's
  if (path.startsWith("/once/")) return runtime.store.useOnce(path, runtime.roster.clock.now());
  if (path !== "/roster") return stateNow();
  const { document, fetchedAt, servedAt } = await readRoster(runtime.roster, question);
  return { etag: document.etag, agents: document.json.agents.length, ageMs: servedAt - fetchedAt };
}

const port = await findFreePort("127.0.0.1");
const server = createServer((request, response) => {
  answerTo(request.url ?? "/").then(
    (answer) => response.end(JSON.stringify(answer)),
    () => response.writeHead(503).end("null"),
  );
});
process.once("SIGTERM", () => void runtime.stop().then(() => process.exit(0)));
server.listen(port, "127.0.0.1", () => process.stdout.write(`port ${port}\n`));
