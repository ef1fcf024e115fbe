import "server-only";
import type { Instant } from "#lib/schedule/types.ts";
import type { RosterContext } from "./context.ts";
import type { RosterDocument } from "./documents.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import type { RosterShape } from "./shape.ts";

export interface RosterAnswer {
  readonly document: RosterDocument;
  readonly fetchedAt: Instant;
  readonly servedAt: Instant;
  readonly nextReadAt: Instant;
}

/**
 * The roster of a desk as a viewer of that shape may see it. Counts as a look. Throws `not_found`, and
 * `upstream_unavailable` before a first success.
 */
export async function readRoster(
  context: RosterContext,
  input: { readonly deskKey: string | null; readonly shape: RosterShape },
): Promise<RosterAnswer> {
  const { source, fetchedAt, nextReadAt, ...served } = await lookAtDesk(context, input);
  const document = source.documents(served, input.shape);
  return { document, fetchedAt, servedAt: context.clock.now(), nextReadAt };
}
