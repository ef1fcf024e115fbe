import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Answer, createLogIds, logIdHeaders, withHeaders } from "./answer.ts";
import { type Control, type ControlState, createControl, type JournalEntry } from "./control.ts";
import { answerControl, CONTROL_PREFIX } from "./control-http.ts";
import { send, sendFaulty } from "./faults.ts";
import { answerTo, deskOf, type Gateway, type GatewayRequest, targetOf } from "./gateway.ts";
import { makeDeskRecords } from "./records.ts";
import { createSignInDesk } from "./sign-in.ts";
import { type AppCredentials, createTokenBook } from "./tokens.ts";

/** Credentials and size of one desk of the sample. */
export interface SampleDeskSpec {
  readonly helpdeskId: string;
  readonly helpdeskToken: string;
  /** Present agents; removed ones come on top. */
  readonly size?: number;
  readonly seed?: number;
}

export interface SampleDeskOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Present agents of a desk that names no size of its own; 60 are the table's, more repeat its posts. */
  readonly size?: number;
  readonly seed?: number;
  /** Epoch ms; decides statuses and the life of tokens. */
  readonly now?: () => number;
  readonly tokenLifetimeMs?: number;
  /** Serves `/__control/…` too. */
  readonly control?: boolean;
  /** Default: one desk with the credentials of `SAMPLE_DESK`. */
  readonly desks?: readonly SampleDeskSpec[];
}

export interface SampleDesk extends AppCredentials {
  /** Without a final slash. */
  readonly url: string;
  readonly port: number;
  /** Of the first desk. */
  readonly helpdeskId: string;
  readonly helpdeskToken: string;
  readonly control: Control;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Not secrets: they open nothing but this sample. */
export const SAMPLE_APP: AppCredentials = { appId: "cli_sample", appSecret: "sample-app-secret" };
export const SAMPLE_DESK: SampleDeskSpec = { helpdeskId: "7001", helpdeskToken: "ht-sample-desk" };

const DEFAULT_SIZE = 60;
const DEFAULT_SEED = 8;
/** As Feishu's gateway does, small answers go out as they are. */
const GZIP_FROM_BYTES = 1_024;

/**
 * Starts an HTTP server that speaks Feishu's protocol for an invented helpdesk: token endpoint, helpdesk
 * header, status filter, error codes, log ids, token expiry. Resolves once it listens.
 */
export async function startSampleDesk(options: SampleDeskOptions = {}): Promise<SampleDesk> {
  const { host = "127.0.0.1", size = DEFAULT_SIZE, seed = DEFAULT_SEED } = options;
  const specs = options.desks ?? [SAMPLE_DESK];
  const control: ControlState = createControl(options.now ?? Date.now, () => tokens.revokeAll());
  const tokens = createTokenBook(SAMPLE_APP, control.now, options.tokenLifetimeMs);
  const desks = specs.map((spec) => {
    const own = makeDeskRecords(spec.size ?? size, spec.seed ?? seed);
    return {
      ...spec,
      records: (list: "present" | "removed") =>
        control.recordsOf(list, spec.helpdeskId) ?? own.list(list, control.now()),
    };
  });
  const signIn = createSignInDesk(SAMPLE_APP, control);
  const handle = createHandler({ tokens, signIn, desks }, control, options.control ?? false);
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0, host);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    port,
    ...SAMPLE_APP,
    helpdeskId: specs[0]?.helpdeskId ?? "",
    helpdeskToken: specs[0]?.helpdeskToken ?? "",
    control,
    close: () => closeServer(server),
  };
}

function createHandler(gateway: Gateway, control: ControlState, withControl: boolean) {
  const nextLogId = createLogIds(control.now);
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    if (withControl && request.url.startsWith(CONTROL_PREFIX)) {
      return send(response, answerControl(request, control));
    }
    const entry: JournalEntry = {
      ...request,
      target: targetOf(request),
      helpdeskId: deskOf(request, gateway.desks)?.helpdeskId ?? null,
      receivedAt: control.now(),
    };
    control.note(entry);
    const fault = control.takeFault(entry);
    for (const [name, value] of Object.entries(logIdHeaders(nextLogId()))) response.setHeader(name, value);
    const answer = answerTo(request, gateway);
    if (fault) return sendFaulty(response, answer, fault);
    send(response, await compress(answer, request));
  };
}

async function readRequest(incoming: IncomingMessage): Promise<GatewayRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    method: incoming.method ?? "",
    url: incoming.url ?? "/",
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

async function compress(answer: Answer, request: GatewayRequest): Promise<Answer> {
  const asked = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (!asked || answer.body.byteLength < GZIP_FROM_BYTES) return answer;
  const packing = packed.get(answer.body) ?? promisify(gzip)(answer.body);
  packed.set(answer.body, packing);
  return withHeaders(
    { ...answer, body: await packing },
    { "content-encoding": "gzip", vary: "Accept-Encoding" },
  );
}

/** Of answers that are sent again as they were. */
const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>();

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
