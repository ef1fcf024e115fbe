import { CLOCK_HEADERS } from "#lib/contract/roster.ts";
import type { RosterAnswer } from "#lib/roster/read-roster.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { hasVersion } from "./conditional.ts";
import { replyBytes } from "./packed.ts";

/**
 * `GET /api/roster` as HTTP (product.md, section 5): the clock in headers, also with a 304, which is
 * the answer to one who has this version already. A change carries the tag of the version that it leads to.
 */
export function replyRoster(answer: RosterAnswer, ifNoneMatch: string | null): Response {
  const { document, change, fetchedAt, servedAt, nextReadAt } = answer;
  const headers = {
    ETag: document.etag,
    "Cache-Control": "private, no-cache",
    Vary: "Cookie, Authorization, Accept-Encoding",
    [CLOCK_HEADERS.fetchedAt]: iso(fetchedAt),
    [CLOCK_HEADERS.servedAt]: iso(servedAt),
    [CLOCK_HEADERS.nextReadAt]: iso(nextReadAt),
  };
  if (hasVersion(ifNoneMatch, document.etag)) return new Response(null, { status: 304, headers });
  return replyBytes(change ?? document.body, { ...headers, "Content-Type": "application/json" });
}

const iso = (at: Instant) => new Date(at).toISOString();
