import { type Check, isListOf, isNullOr, isObjectOf, isText } from "./check.ts";
import type { FeedsJson, MadeFeedJson } from "./feeds.ts";

/** The schemas of feeds.ts as the browser holds answers to them; checks.test.ts compares the two. */

const isTextOrNull = isNullOr(isText);
/** ISO 8601, UTC. */
const isTime: Check<string> = (value): value is string =>
  isText(value) && /^[\d-]{10}T[\d:]{5,8}(\.\d+)?Z$/.test(value) && !Number.isNaN(Date.parse(value));

export const isMadeFeed: Check<MadeFeedJson> = isObjectOf({ id: isText, url: isText });

export const isFeeds: Check<FeedsJson> = isObjectOf({
  feeds: isListOf(
    isObjectOf<FeedsJson["feeds"][number]>({
      id: isText,
      desk: isText,
      agent: isTextOrNull,
      skill: isTextOrNull,
      department: isTextOrNull,
      createdAt: isTime,
      createdBy: isTextOrNull,
    }),
  ),
});
