import { parseArgs } from "node:util";
import { startSampleDesk } from "./server.ts";

/**
 * The sample desk by itself: `node lib/sample-desk/main.ts --size 1000 --port 4000 --control`.
 * Prints the settings that point Helpdesk Rota at it, one `NAME=value` a line, and serves until it is stopped.
 */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    host: { type: "string", default: "127.0.0.1" },
    size: { type: "string", default: "60" },
    seed: { type: "string" },
    /** ISO 8601: the desk's clock stands still at this instant. */
    now: { type: "string" },
    control: { type: "boolean", default: false },
  },
});

const frozenAt = values.now === undefined ? undefined : Date.parse(values.now);
const desk = await startSampleDesk({
  port: Number(values.port),
  host: values.host,
  size: Number(values.size),
  control: values.control,
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  ...(frozenAt === undefined ? {} : { now: () => frozenAt }),
});

const settings = {
  FEISHU_BASE_URL: desk.url,
  FEISHU_ACCOUNTS_URL: desk.url,
  FEISHU_APP_ID: desk.appId,
  FEISHU_APP_SECRET: desk.appSecret,
  FEISHU_HELPDESK_ID: desk.helpdeskId,
  FEISHU_HELPDESK_TOKEN: desk.helpdeskToken,
};
process.stdout.write(
  `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n")}\n`,
);

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => desk.close());
