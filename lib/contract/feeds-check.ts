import { type Check, isListOf, isNullOr, isObjectOf, isText } from "./check.ts";
import type { FeedsJson, MadeFeedJson } from "./feeds.ts";

/** The schemas of feeds.ts as the browser holds answers to them; checks.test.ts compares the two. */

const isTextOrNull = isNullOr(isText);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const SECONDS = "2026-11-19T09:20:00".length;

/** ISO 8601, UTC, to the second at least. `Date` takes 30 February for 2 March, and 24:00 for the next day. */
const isTime: Check<string> = (value): value is string => {
  if (!isText(value) || !TIME.test(value)) return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, SECONDS) === value.slice(0, SECONDS);
};

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
