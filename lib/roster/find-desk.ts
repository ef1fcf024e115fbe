import { AppError } from "#lib/errors.ts";
import type { DeskSource, RosterContext } from "./context.ts";

/** The desk of that key; without a key the first. Throws `not_found`. */
export function findDesk(context: RosterContext, deskKey: string | null): DeskSource {
  const [first] = context.desks.values();
  const desk = deskKey === null ? first : context.desks.get(deskKey);
  if (desk === undefined) throw new AppError("not_found", "There is no such desk.");
  return desk;
}
