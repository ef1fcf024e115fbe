import "server-only";
import type { Instant } from "#lib/schedule/types.ts";
import type { RosterContext } from "./context.ts";
import type { RosterDocument } from "./documents.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import type { RosterShape } from "./shape.ts";

export interface RosterAnswer {
  readonly document: RosterDocument;
  /** What leads to the document from the version that was named; null: the caller needs the whole. */
  readonly change: Uint8Array<ArrayBuffer> | null;
  readonly fetchedAt: Instant;
  readonly servedAt: Instant;
  readonly nextReadAt: Instant;
}

interface RosterInput {
  readonly deskKey: string | null;
  readonly shape: RosterShape;
  /** The version that the caller holds: the text of its `ETag`. */
  readonly since?: string | null;
}

/**
 * The roster of a desk as a viewer of that shape may see it. Counts as a look. Throws `not_found`, and
 * `upstream_unavailable` before a first success.
 */
export async function readRoster(context: RosterContext, input: RosterInput): Promise<RosterAnswer> {
  const { source, fetchedAt, nextReadAt, roster, freshness, problem } = await lookAtDesk(context, input);
  const served = { roster, freshness, problem };
  const { shape, since = null } = input;
  const document = await source.documents(served, shape);
  const version = { served, shape, document };
  source.changes.remember(version);
  const change = since === null ? null : await source.changes.since(since, version);
  return { document, change, fetchedAt, servedAt: context.clock.now(), nextReadAt };
}
