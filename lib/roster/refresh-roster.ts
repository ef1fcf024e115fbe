import "server-only";
import type { RosterContext } from "./context.ts";
import { type DeskQuestion, findDesk } from "./find-desk.ts";

/**
 * Asks for a round now. `started` is false where one runs already, where one was asked for within the
 * interval, and where Feishu has told us to wait. Throws `not_found`.
 */
export function refreshRoster(context: RosterContext, question: DeskQuestion): { readonly started: boolean } {
  return { started: findDesk(context, question).feed.refresh() };
}
