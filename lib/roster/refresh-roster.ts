import "server-only";
import type { RosterContext } from "./context.ts";
import { findDesk } from "./find-desk.ts";

/**
 * Asks for a round now. `started` is false where one runs already, where one was asked for within the
 * interval, and where Feishu has told us to wait. Throws `not_found`.
 */
export function refreshRoster(
  context: RosterContext,
  input: { readonly deskKey: string | null },
): { readonly started: boolean } {
  return { started: findDesk(context, input.deskKey).feed.refresh() };
}
