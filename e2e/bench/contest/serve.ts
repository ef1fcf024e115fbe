import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import type { Row } from "./stage.ts";

export const CONTESTANTS = {
  minimal: "minimal.tsx",
  canvas: "canvas.ts",
  daypilot: "daypilot.ts",
  fullcalendar: "fullcalendar.ts",
} as const;
export type ContestantName = keyof typeof CONTESTANTS;

export interface Stage {
  readonly url: (name: ContestantName, size: number) => string;
  close(): Promise<void>;
}

/** Bundles the contestants and serves each on a page of its own, with the rows of every size, on a loopback port. */
export async function openStage(rowsBySize: ReadonlyMap<number, readonly Row[]>): Promise<Stage> {
  const answers = new Map<string, { readonly type: string; readonly body: string }>();
  for (const [name, file] of Object.entries(CONTESTANTS)) {
    const body = await bundle(join(import.meta.dirname, file));
    answers.set(`/${name}.js`, { type: "text/javascript", body });
    answers.set(`/${name}`, { type: "text/html; charset=utf-8", body: page(name) });
  }
  for (const [size, rows] of rowsBySize) {
    answers.set(`/rows-${size}.json`, { type: "application/json", body: JSON.stringify(rows) });
  }
  const server = createServer(({ url = "/" }, response) => {
    const answer = answers.get(new URL(url, "http://stage").pathname);
    response.writeHead(answer === undefined ? 404 : 200, { "Content-Type": answer?.type ?? "text/plain" });
    response.end(answer?.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: (name, size) => `http://127.0.0.1:${address.port}/${name}?size=${size}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    loader: { ".css": "text" },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}

const page = (name: string) => `<!doctype html><meta charset="utf-8"><title>${name}</title>
<style>body{margin:0;font:13px sans-serif}.row{position:absolute;inset-inline:0;display:flex;border-bottom:1px solid #e6e9ee}
.bar{position:absolute;top:11px;height:22px;background:#e3e9f4;border:1px solid #74839c;box-sizing:border-box}</style>
<div id="root"></div><script type="module" src="/${name}.js"></script>`;
