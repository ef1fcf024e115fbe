import "server-only";
import { FeishuError, isTokenRejection } from "./errors.ts";
import type { RecordSink } from "./known-records.ts";
import { type FeishuAnswer, type FeishuRequest, type RequestDeps, sendRequest } from "./request.ts";
import { type RetryDeps, withRetry } from "./retry.ts";
import type { TokenProvider } from "./token.ts";
import { AGENT_SCHEDULES_PATH, HELPDESK_HEADER, WIRE_STATUS } from "./wire.ts";

/** The helpdesk's interface, one function an endpoint. */

const ENDPOINT = "agent_schedules";
const LIST_PATH = ["data", "agent_schedules"] as const;

export interface HelpdeskClient {
  readonly baseUrl: string;
  readonly helpdeskId: string;
  readonly helpdeskToken: string;
  /** Total deadline of one call: token, retries, waits and body included. */
  readonly timeoutMs: number;
  readonly tokens: TokenProvider;
  readonly deps: RequestDeps & RetryDeps;
}

/** Statuses 1 to 3 in the filter: everybody who has not been removed. */
export const PRESENT_STATUSES = [WIRE_STATUS.online, WIRE_STATUS.offline, WIRE_STATUS.offDuty];
export const REMOVED_STATUSES = [WIRE_STATUS.removed];

/**
 * `GET /agent_schedules`: the records as they come, none judged here. There are no pages; one answer holds all. Each
 * attempt, and each try at an answer, takes its records by a reading of its own; the last one is returned, with the bytes
 * of the answer.
 *
 * @throws FeishuError; `shape` when `data.agent_schedules` is no list, since a failed reading must never
 * look like a desk without agents.
 */
export async function readAgentSchedules<R extends RecordSink>(
  client: HelpdeskClient,
  statuses: readonly number[],
  onFailedAttempt: (error: FeishuError) => void,
  startReading: () => R,
): Promise<{ readonly reading: R; readonly bytes: Buffer }> {
  const query = new URLSearchParams(statuses.map((status) => ["status", String(status)]));
  const url = `${client.baseUrl}${AGENT_SCHEDULES_PATH}?${query}`;
  const isRemovedOnly = statuses.every((status) => status === WIRE_STATUS.removed);
  let reading = startReading();
  const start = () => {
    reading = startReading();
    return reading;
  };
  const bytes = await callHelpdesk(
    client,
    { url, list: { path: LIST_PATH, start } },
    onFailedAttempt,
    (answer) => {
      requireList(answer, isRemovedOnly);
      return answer.bytes;
    },
  );
  return { reading, bytes };
}

/**
 * Feishu's servers leave empty fields out of some answers. For removed agents "nobody" is the usual state, and
 * believing it costs nothing, so a `data` object without a list means none. For those present it stays a fault.
 */
function requireList({ envelope, logId }: FeishuAnswer, mayBeMissing: boolean): void {
  const data = envelope.data;
  const isObject = typeof data === "object" && data !== null && !Array.isArray(data);
  const list: unknown = isObject && LIST_PATH[1] in data ? data[LIST_PATH[1]] : undefined;
  if (Array.isArray(list)) return;
  if (mayBeMissing && isObject && (list === undefined || list === null)) return;
  throw new FeishuError("shape", "The answer holds no list of agents.", { code: envelope.code, logId });
}

/** One call with its deadline, token and retries; `read` is part of an attempt, so that a bad shape is tried again. */
async function callHelpdesk<T>(
  client: HelpdeskClient,
  asked: Pick<FeishuRequest, "url" | "list">,
  onFailedAttempt: (error: FeishuError) => void,
  read: (answer: FeishuAnswer) => T,
): Promise<T> {
  const signal = AbortSignal.timeout(client.timeoutMs);
  const deadlineMs = client.deps.clock.monotonicMs() + client.timeoutMs;
  let mayRenewToken = true;

  const send = async (token: string): Promise<T> => {
    const headers = authorise(client, token);
    const request = { ...asked, endpoint: ENDPOINT, method: "GET", headers, signal } as const;
    return read(await sendRequest(request, client.deps));
  };
  const attempt = async (): Promise<T> => {
    const token = await client.tokens.take(signal);
    try {
      return await send(token);
    } catch (error) {
      if (!(error instanceof FeishuError) || !isTokenRejection(error)) throw error;
      client.tokens.drop(token);
      // Feishu may hand the same bad token out again: a second rejection is an answer, not a reason to loop.
      if (!mayRenewToken) throw error;
      mayRenewToken = false;
      onFailedAttempt(error);
      return send(await client.tokens.take(signal));
    }
  };
  const mayRepeat = () => client.tokens.isWell() && client.deps.breakers?.of(ENDPOINT).state() !== "open";
  return withRetry(attempt, { signal, deadlineMs, onFailedAttempt, mayRepeat }, client.deps);
}

/** The helpdesk header is bare base64, as documented; Feishu's Node SDK differs (see lib/sample-desk/gateway.ts). */
function authorise(client: HelpdeskClient, token: string): Readonly<Record<string, string>> {
  const credential = Buffer.from(`${client.helpdeskId}:${client.helpdeskToken}`).toString("base64");
  return { accept: "application/json", authorization: `Bearer ${token}`, [HELPDESK_HEADER]: credential };
}
