import "server-only";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { choosePacking } from "./accept-encoding.ts";
import { watchExchanges } from "./exchanges.ts";
import { bytesOf, packOnce } from "./packed.ts";
import { type RequestLine, readRequestLine } from "./request-line.ts";

/**
 * The door stands before Next and answers itself what Next cannot answer well: the roster, which is compressed once and
 * whose label Next would take off, and first lines that are not what they should be (request-line.ts). All else goes on to Next,
 * and so does the roster wherever the door is not there (docs/adr/0012-compressed-once.md). The routes behind it are
 * the very ones that Next would call: guard, errors and headers are theirs.
 */
export interface DoorOptions {
  /** By path, base path included: the same handlers that the file in app/ exports. */
  readonly routes: ReadonlyMap<string, (request: Request) => Promise<Response>>;
  /** For every answer; Next's answers get theirs in proxy.ts. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** "" or `/path`; what lies outside is not ours to answer. */
  readonly basePath: string;
  /** Only the server that listens here gets a door. */
  readonly port: number;
}

/**
 * Sets the door into the process's own server at its first request, whoever started that server. Returns what takes
 * away the watch for it.
 */
export function openDoor(options: DoorOptions): () => void {
  const fitted = new WeakSet<Server>();
  return watchExchanges(options.port, ({ server }) => {
    if (fitted.has(server)) return;
    fitted.add(server);
    fitDoor(server, options);
  });
}

/** Node tells of a request before it hands it to the listeners, so that the first one comes through the door too. */
function fitDoor(server: Server, options: DoorOptions): void {
  const inner = server.listeners("request");
  const passOn = (request: IncomingMessage, response: ServerResponse) => {
    for (const listener of inner) Reflect.apply(listener, server, [request, response]);
  };
  server.removeAllListeners("request");
  // We speak nothing but HTTP: without a listener Node answers such a request as any other.
  server.removeAllListeners("upgrade");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const line = readRequestLine(request.method ?? "", request.url ?? "", options.basePath);
    if (line.kind !== "pass") return turnAway(line, response, options);
    request.url = line.target;
    if (line.target.startsWith(`${options.basePath}/api/`)) forgetRouter(request);
    joinCredentials(request);
    const route = routeOf(request, options.routes);
    if (route === null) passOn(request, response);
    else {
      // What the door cannot read, or a fault in it, is Next's to answer; a broken answer must not look like a whole one.
      void answer(route, request, response, options).catch(() => {
        if (response.headersSent) response.destroy();
        else passOn(request, response);
      });
    }
  });
}

/** The API has no parts of pages; whoever asks it for one Next would first send elsewhere. */
function forgetRouter({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) if (/^(rsc$|next-)/.test(name)) delete headers[name];
}

/** Of two credentials Node keeps the first. Joined, as it joins most headers that come twice, they are none of ours. */
function joinCredentials({ headers, headersDistinct }: IncomingMessage): void {
  const all = headersDistinct.authorization ?? [];
  if (all.length > 1) headers.authorization = all.join(", ");
}

type Route = (request: Request) => Promise<Response>;

function routeOf({ method, url = "" }: IncomingMessage, routes: DoorOptions["routes"]): Route | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const query = url.indexOf("?");
  return routes.get(query < 0 ? url : url.slice(0, query)) ?? null;
}

/** The body of a 405 may be empty (product.md, section 5); `Allow` would differ from address to address. */
function turnAway(
  line: Exclude<RequestLine, { kind: "pass" }>,
  response: ServerResponse,
  { headers }: DoorOptions,
): void {
  const own = { ...headers(), "Cache-Control": "no-store" };
  if (line.kind === "redirect") response.writeHead(308, { ...own, Location: line.location });
  else response.writeHead(line.status, line.status === 405 ? { ...own, Allow: "GET, HEAD, OPTIONS" } : own);
  response.end();
}

async function answer(
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
  { headers }: DoorOptions,
): Promise<void> {
  const answered = await route(toWebRequest(request));
  const body = await bodyOf(answered, request.headers["accept-encoding"]);
  response.statusCode = answered.status;
  for (const [name, value] of Object.entries(headers())) response.setHeader(name, value);
  for (const [name, value] of answered.headers) response.appendHeader(name, value);
  if (body.packing !== null) response.setHeader("Content-Encoding", body.packing);
  if (answered.body !== null) response.setHeader("Content-Length", body.bytes.length);
  response.end(body.bytes);
}

async function bodyOf(answered: Response, accepted: string | string[] | undefined) {
  const bytes = bytesOf(answered);
  if (bytes !== null) return packOnce(bytes, choosePacking(accepted?.toString()));
  return { bytes: new Uint8Array(await answered.arrayBuffer()), packing: null };
}

/** `Host` is never trusted, so that the address names none. */
function toWebRequest({ method = "GET", url = "/", headers }: IncomingMessage): Request {
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) copied.append(name, one);
  }
  return new Request(`http://localhost${url}`, { method, headers: copied });
}
