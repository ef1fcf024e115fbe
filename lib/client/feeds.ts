import { queryOptions } from "@tanstack/react-query";
import type { Check } from "#lib/contract/check.ts";
import type { FeedsJson, MadeFeedJson, NewFeedJson } from "#lib/contract/feeds.ts";
import { isFeeds, isMadeFeed } from "#lib/contract/feeds-check.ts";

/** Calendar subscriptions, `/api/feeds`, as the browser asks for them. Every function rejects unless it was done. */

/** All there are, without their addresses. */
export function feedsQuery(basePath: string) {
  return queryOptions<FeedsJson>({
    queryKey: ["feeds"],
    queryFn: async ({ signal }) => read(await ask(`${basePath}/api/feeds`, { signal }), isFeeds),
    retry: false,
  });
}

/** Makes one; its address is in the answer, and nowhere else ever after. */
export async function makeFeed(
  basePath: string,
  feed: NewFeedJson,
  signal: AbortSignal,
): Promise<MadeFeedJson> {
  const headers = { "Content-Type": "application/json" };
  const response = await ask(`${basePath}/api/feeds`, {
    method: "POST",
    headers,
    body: JSON.stringify(feed),
    signal,
  });
  return read(response, isMadeFeed);
}

/** Its address answers 404 from now on. */
export async function revokeFeed(basePath: string, id: string): Promise<void> {
  await ask(`${basePath}/api/feeds?id=${encodeURIComponent(id)}`, { method: "DELETE" });
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  const response = await fetch(url, { cache: "no-store", ...request });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response;
}

async function read<T>(response: Response, isExpected: Check<T>): Promise<T> {
  const json: unknown = await response.json();
  if (!isExpected(json)) throw new TypeError("The server answered something else");
  return json;
}
