import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { EMBED_PATH } from "#lib/auth/frame-policy.ts";
import { readReturnPath, signInPath } from "#lib/auth/return-path.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { PREFERENCES_COOKIE, readPreferences } from "#lib/contract/preferences.ts";
import { parseView } from "#lib/contract/view.ts";
import { localeOf } from "#lib/i18n/index.ts";
import { shapeRoster } from "#lib/roster/shape.ts";
import type { Desk } from "#lib/schedule/types.ts";
import { findViewer } from "./guard.ts";
import { getRuntime } from "./runtime.ts";
import { describeSeen } from "./seen.ts";

/** Set by proxy.ts, which alone sees the query string before a layout is rendered. */
export const SEARCH_HEADER = "x-rota-search";
const PATH_HEADER = "x-rota-path";

/** Stands in for the desk on pages that show none. */
const NO_DESK: Desk = { key: "", name: "", timeZone: "UTC" };

/** What every page needs of its request: the view it was asked for, and what the product is. Once a request. */
export const readPageRequest = cache(async () => {
  await connection();
  const [{ settings, isSample, roster, signIn }, requestHeaders, jar] = await Promise.all([
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
  const { desks, plans } = describeSeen(roster, viewer);
  const [first = NO_DESK, ...others] = desks;
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
      plans,
      isSample,
      renderedAt: roster.clock.now(),
      seesAll: viewer?.maySeeAll ?? false,
      seesStatus: viewer?.maySeeStatus ?? false,
      // Whoever a proxy or a portal has signed in, they alone can sign out.
      signedInAs: viewer !== null && viewer.by === signIn?.provider.name ? viewer.name : null,
    },
  };
});

/** Null where nobody is recognised; for what a page says of itself, never for what it shows of a desk. */
const readViewer = cache(async (): Promise<Viewer | null> => findViewer(await headers()));

/**
 * Whether the desk on screen is known not to have this agent, as far as the viewer may see it. Before a first roster
 * nothing is known, and the page itself will tell.
 */
export async function isUnknownAgent(agentId: string): Promise<boolean> {
  const [{ roster }, { search, site }, viewer] = await Promise.all([
    getRuntime(),
    readPageRequest(),
    guardPage(),
  ]);
  const named = parseView(new URLSearchParams(search)).view.desk;
  const { key } = site.desks.find((desk) => desk.key === named) ?? site.desks[0];
  const source = roster.desks.get(key);
  const held = source?.feed.state().roster ?? null;
  return held !== null && !shapeRoster(held, viewer).agents.some(({ id }) => id === agentId);
}

/** What `/sign-in` says, and where it leads; `done`: there is nothing to sign in for. */
export async function readSignIn() {
  const [{ signIn }, { search }, viewer] = await Promise.all([getRuntime(), readPageRequest(), readViewer()]);
  const parameters = new URLSearchParams(search);
  const way = viewer === null ? (signIn?.provider.name ?? "elsewhere") : "done";
  const hasFailed = parameters.has("failed");
  return { way, next: readReturnPath(parameters.get("next")), hasFailed } as const;
}

/**
 * Who looks at this page; every page asks before it renders anything of a desk. Nobody is sent to the sign-in page,
 * which also says what to do where a proxy should have told who looks. The status is proxy.ts's (page-refusal.ts).
 */
export const guardPage = cache(async (): Promise<Viewer> => {
  const viewer = await readViewer();
  if (viewer !== null) return viewer;
  const requestHeaders = await headers();
  redirect(signInPath((requestHeaders.get(PATH_HEADER) ?? "/") + (requestHeaders.get(SEARCH_HEADER) ?? "")));
});

/** Who may frame `/embed`; no secret, since a header of that page says the same. */
export async function readEmbedOrigins(): Promise<readonly string[]> {
  await connection();
  return (await getRuntime()).settings.embedOrigins;
}
