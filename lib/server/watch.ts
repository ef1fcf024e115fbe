import "server-only";
import { clientAddress } from "#lib/auth/client-address.ts";
import type { Counted, Throttle } from "#lib/auth/throttle.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { Settings } from "#lib/config/settings.ts";
import { type AppError, RateLimitedError } from "#lib/errors.ts";
import { routeNameOf } from "#lib/telemetry/route-names.ts";
import type { AuditEvent, AuditedViewer } from "./audit.ts";
import { findViewer } from "./guard.ts";
import type { Runtime } from "./runtime.ts";

/** What the API writes down of who asks, and what it counts: every refusal comes through here. */

/** What is known of a request while it is answered. */
export interface Asked {
  readonly runtime: Pick<Runtime, "audit" | "limits"> & {
    readonly settings: Pick<Settings, "trustProxyHops" | "basePath">;
  };
  readonly request: Request;
  readonly requestId: string;
}

type Details = Readonly<Record<string, string | number | null>>;

/** Writes down what a viewer has done. */
export function noteUse(
  { runtime, request, requestId }: Asked,
  viewer: AuditedViewer,
  event: AuditEvent,
  details: Details = {},
): Promise<void> {
  const from = addressOf({ runtime, request });
  return runtime.audit.write({ event, result: "ok", viewer, from, details: { requestId, ...details } });
}

/** Counts once; the error to answer with where that is too much. It says so in the log once a minute. */
export async function countOrRefuse(asked: Asked, throttle: Throttle): Promise<RateLimitedError | null> {
  return judge(asked, await throttle.count(addressOf(asked)));
}

/** The same without counting, for who is known to have been refused too often; who is unknown is never meant. */
export async function refuseIfOver(asked: Asked, throttle: Throttle): Promise<RateLimitedError | null> {
  const from = addressOf(asked);
  return from === null ? null : judge(asked, { ...(await throttle.look(from)), isFirstOver: false });
}

async function judge(asked: Asked, { retryAfterS, isFirstOver }: Counted): Promise<RateLimitedError | null> {
  if (isFirstOver) await writeRefusal(asked, "throttled", null, {});
  return retryAfterS === null ? null : new RateLimitedError(retryAfterS);
}

/** Writes a refusal down, and gives the error to answer with: that one, or that it has been too many. */
export async function noteRefusal(asked: Asked, error: AppError): Promise<AppError> {
  if (error.code !== "unauthenticated" && error.code !== "forbidden") return error;
  const throttle = error.code === "unauthenticated" ? throttleOf(asked) : null;
  const tooMany = throttle && (await countOrRefuse(asked, throttle));
  if (tooMany) return tooMany;
  const viewer = error.code === "forbidden" ? await findViewer(asked.request.headers) : null;
  const event = routeOf(asked) === EXCHANGE ? "embed-session" : "access";
  await writeRefusal(asked, event, viewer, { code: error.code });
  return error;
}

/** For a refusal that no error stands for. */
export async function writeRefusal(
  { runtime, request, requestId }: Asked,
  event: AuditEvent,
  viewer: Viewer | null,
  details: Details,
): Promise<void> {
  const from = addressOf({ runtime, request });
  const route = routeOf({ runtime, request });
  const asked = { requestId, method: request.method, route };
  await runtime.audit.write({ event, result: "refused", viewer, from, details: { ...asked, ...details } });
}

const EXCHANGE = "/api/embed/session";

/** Only who shows a credential can be guessing; who shows none has merely come without. */
function throttleOf(asked: Asked): Throttle | null {
  const { refusedEmbedTokens, refusedKeys } = asked.runtime.limits;
  if (routeOf(asked) === EXCHANGE) return refusedEmbedTokens;
  return asked.request.headers.has("authorization") ? refusedKeys : null;
}

type Addressed = Pick<Asked, "runtime" | "request">;

const addressOf = ({ runtime, request }: Addressed) =>
  clientAddress(request.headers, runtime.settings.trustProxyHops);
const routeOf = ({ runtime, request }: Addressed) =>
  routeNameOf(new URL(request.url).pathname, runtime.settings.basePath);
