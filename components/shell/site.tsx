"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { makeQueryClient } from "#lib/client/query-client.ts";
import type { CoveragePlan } from "#lib/schedule/coverage-plan.ts";
import type { Desk, Instant } from "#lib/schedule/types.ts";

/** What the server tells every page about itself. Holds nothing about agents. */
export interface Site {
  /** Prefix of every address, "" or "/rota". */
  readonly basePath: string;
  /** The public address, base path included, without a final slash: what copied links begin with. */
  readonly appUrl: string;
  readonly desks: readonly [Desk, ...Desk[]];
  /** By desk key: what COVERAGE_FILE says of each desk (product.md, section 6). */
  readonly plans: Readonly<Record<string, CoveragePlan>>;
  /** The built-in sample desk is served: every page says so. */
  readonly isSample: boolean;
  /** The server's clock when it wrote the page, so that server and browser draw the same first picture. */
  readonly renderedAt: Instant;
  /** Who looks may download and subscribe (product.md, section 7). */
  readonly seesAll: boolean;
  /** Who looks may open /status. */
  readonly seesStatus: boolean;
  /** Who signed in here, and can sign out; null: nobody did, or somebody else vouches for who looks. */
  readonly signedInAs: string | null;
}

const SiteContext = createContext<Site | null>(null);

export function useSite(): Site {
  const site = useContext(SiteContext);
  if (site === null) throw new Error("useSite is used outside SiteProvider");
  return site;
}

export function SiteProvider({ site, children }: { readonly site: Site; readonly children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <SiteContext value={site}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </SiteContext>
  );
}
