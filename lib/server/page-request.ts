import "server-only";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { EMBED_PATH } from "#lib/auth/frame-policy.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { PREFERENCES_COOKIE, readPreferences } from "#lib/contract/preferences.ts";
import { parseView } from "#lib/contract/view.ts";
import { AppError } from "#lib/errors.ts";
import { localeOf } from "#lib/i18n/index.ts";
import { requireViewer } from "./guard.ts";
import { plansFor } from "./plans-for.ts";
import { getRuntime } from "./runtime.ts";

/** Set by proxy.ts, which alone sees the query string before a layout is rendered. */
export const SEARCH_HEADER = "x-rota-search";
const PATH_HEADER = "x-rota-path";

/** What every page needs of its request: the view it was asked for, and what the product is. Once a request. */
export const readPageRequest = cache(async () => {
  await connection();
  const [{ settings, desks, isSample, roster }, requestHeaders, jar] = await Promise.all([
    getRuntime(),
    headers(),
    cookies(),
  ]);
  const search = requestHeaders.get(SEARCH_HEADER) ?? "";
  const { view } = parseView(new URLSearchParams(search));
  const preferences = readPreferences(jar.get(PREFERENCES_COOKIE)?.value);
  const browserLang = localeOf(requestHeaders.get("accept-language"));
  // The frame's page is open to all: it holds no data, and asks for it when it knows its access.
  const viewer = requestHeaders.get(PATH_HEADER) === EMBED_PATH ? null : await readViewer();
  const [first, ...others] = desks;
  if (first === undefined) throw new AppError("internal", "There is no desk.");
  return {
    search,
    preferences,
    browserLang,
    lang: view.lang ?? preferences.lang ?? browserLang,
    theme: view.theme ?? preferences.theme ?? "system",
    site: {
      basePath: settings.basePath,
      appUrl: settings.appUrl,
      desks: [first, ...others] as const,
      plans: plansFor(settings.plans, viewer),
      isSample,
      renderedAt: roster.clock.now(),
      seesAll: viewer?.maySeeAll ?? false,
      seesStatus: viewer?.maySeeStatus ?? false,
    },
  };
});

/** Null where nobody is recognised; for what a page says of itself, never for what it shows of a desk. */
const readViewer = cache(async (): Promise<Viewer | null> => {
  try {
    return await guardPage();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
});

/**
 * Whether the desk on screen is known not to have this agent. Before a first roster nothing is known, and
 * the page itself will tell.
 */
export async function isUnknownAgent(agentId: string): Promise<boolean> {
  const [{ roster }, { search, site }] = await Promise.all([getRuntime(), readPageRequest()]);
  const named = parseView(new URLSearchParams(search)).view.desk;
  const source =
    (named === null ? undefined : roster.desks.get(named)) ?? roster.desks.get(site.desks[0].key);
  const held = source?.feed.state().roster ?? null;
  return held !== null && !held.agents.some(({ id }) => id === agentId);
}

/** Who looks at this page. Every page asks before it renders anything of a desk. Throws `unauthenticated`. */
export const guardPage = cache(async (): Promise<Viewer> => (await requireViewer(await headers())).viewer);
