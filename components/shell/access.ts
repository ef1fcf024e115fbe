"use client";
import { createContext, use } from "react";
import { type ClientAccess, OWN_ACCESS } from "#lib/client/access.ts";

/** The product's pages have none above them; a portal's frame brings its own. */
export const AccessContext = createContext<ClientAccess>(OWN_ACCESS);

/** How this page's reads show who asks. */
export function useAccess(): ClientAccess {
  return use(AccessContext);
}
