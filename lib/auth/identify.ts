import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "#lib/errors.ts";
import type { Instant } from "#lib/schedule/types.ts";
import { type EmbedSessionRules, readEmbedSession } from "./embed-session.ts";
import { machineViewer, OPEN_VIEWER, type Role, type Viewer } from "./viewer.ts";

/** The settings that decide who may look. */
export interface Access extends EmbedSessionRules {
  readonly authMode: "open";
  readonly apiKeys: readonly { readonly name: string; readonly role: Role; readonly key: string }[];
}

/**
 * Who asks. An embed session that is shown counts before any other (product.md, section 8); then a Bearer key is
 * judged, once there are keys: one that is wrong is refused rather than taken for nobody. Throws
 * `unauthenticated`, and never says why a credential failed.
 */
export async function identify(headers: Pick<Headers, "get">, access: Access, now: Instant): Promise<Viewer> {
  const embedded = await readEmbedSession(headers, access, now);
  if (embedded !== null) return embedded.viewer;
  const bearer = readBearer(headers.get("authorization"));
  if (bearer !== null && access.apiKeys.length > 0) {
    const match = access.apiKeys.filter(({ key }) => isSame(key, bearer)).at(0);
    if (match === undefined) throw new AppError("unauthenticated", "This needs a valid credential.");
    return machineViewer(match.name, match.role);
  }
  return OPEN_VIEWER;
}

function readBearer(authorization: string | null): string | null {
  return authorization?.match(/^Bearer +(\S+) *$/i)?.[1] ?? null;
}

/** In a time that tells nothing of where the two differ, or of their lengths. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
