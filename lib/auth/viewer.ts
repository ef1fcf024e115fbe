import { AppError } from "#lib/errors.ts";
import type { Identity } from "./identity.ts";

/** Who looks, and what they may see (product.md, section 7). */

export type Role = "viewer" | "manager" | "admin";

/** What an embed token narrows its session to; null: not narrowed in this respect. */
export interface Scope {
  readonly desk: string | null;
  /** Agents who hold one of these skills, by id. */
  readonly skills: readonly string[] | null;
  readonly departments: readonly string[] | null;
}

export interface Viewer {
  /** How they were recognised. */
  readonly by: "open" | "api-key" | "feishu" | "oidc" | "proxy" | "embed";
  /** As whoever vouches for them calls them, for the audit line; null where nobody told us. */
  readonly id: string | null;
  /** For people to read; null as above. */
  readonly name: string | null;
  readonly role: Role;
  /** Emails, exports and feeds. */
  readonly maySeeAll: boolean;
  readonly maySeeStatus: boolean;
  /** Null: sees every desk and agent. */
  readonly scope: Scope | null;
}

/** Throws `forbidden` for who may not see emails, exports and feeds. */
export function requireManager(viewer: Viewer): void {
  if (!viewer.maySeeAll) throw new AppError("forbidden", "This is for managers.");
}

/** Metrics are for those who see `/status`, and for machines of any role. Throws `forbidden`. */
export function requireMetricsReader(viewer: Viewer): void {
  if (viewer.by === "api-key" || viewer.maySeeStatus) return;
  throw new AppError("forbidden", "This is for admins and machines.");
}

/** `AUTH_MODE=open`: everyone is a manager who also sees `/status`. */
export const OPEN_VIEWER: Viewer = {
  by: "open",
  id: null,
  name: null,
  role: "manager",
  maySeeAll: true,
  maySeeStatus: true,
  scope: null,
};

export function machineViewer(name: string, role: Role): Viewer {
  return { by: "api-key", id: name, name, ...rightsOf(role) };
}

/** Somebody whom a sign-in or a proxy vouches for. */
export function memberViewer(by: "feishu" | "oidc" | "proxy", { id, name }: Identity, role: Role): Viewer {
  return { by, id, name: name ?? id, ...rightsOf(role) };
}

function rightsOf(role: Role): Pick<Viewer, "role" | "maySeeAll" | "maySeeStatus" | "scope"> {
  return { role, maySeeAll: role !== "viewer", maySeeStatus: role === "admin", scope: null };
}
