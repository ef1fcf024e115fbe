import { AppError } from "#lib/errors.ts";
import type { DeskSource, RosterContext } from "./context.ts";
import { type RosterShape, seesDesk } from "./shape.ts";

/** Which desk is asked for, and by whom. */
export interface DeskQuestion {
  /** Null: the first desk that the viewer sees. */
  readonly deskKey: string | null;
  readonly shape: RosterShape;
}

/** That desk. Throws `not_found`, alike for one that is hidden and one that does not exist. */
export function findDesk(context: RosterContext, { deskKey, shape }: DeskQuestion): DeskSource {
  const seen = [...context.desks].filter(([key]) => seesDesk(shape, key));
  const [, desk] = seen.find(([key]) => deskKey === null || key === deskKey) ?? [];
  if (desk === undefined) throw new AppError("not_found", "There is no such desk.");
  return desk;
}
