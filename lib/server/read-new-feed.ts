import { type NewFeedJson, newFeedSchema } from "#lib/contract/feeds.ts";
import { AppError } from "#lib/errors.ts";
import { readJsonBody } from "./read-json-body.ts";

/** What a calendar subscription is asked for. Throws `invalid` and `too_large`. */
export async function readNewFeed(request: Request): Promise<NewFeedJson> {
  const parsed = newFeedSchema.safeParse(await readJsonBody(request));
  if (parsed.success) return parsed.data;
  throw new AppError(
    "invalid",
    "The body must name one of agent, skill and department, and may name a desk.",
  );
}
