import { ROSTER_ROUTE } from "#lib/server/roster-route.ts";

/** The roster of a desk, as the viewer may see it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = ROSTER_ROUTE;
