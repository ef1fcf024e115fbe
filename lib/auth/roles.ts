import type { Identity } from "./identity.ts";
import type { Role } from "./viewer.ts";

/** `ROLE_MANAGERS` and `ROLE_ADMINS`: each entry an id, an email or a group. */
export interface RoleRules {
  readonly managers: readonly string[];
  readonly admins: readonly string[];
}

/** The highest role that the lists give; viewer where none names them (product.md, section 7). */
export function roleOf(identity: Identity, rules: RoleRules): Role {
  if (isNamed(identity, rules.admins)) return "admin";
  return isNamed(identity, rules.managers) ? "manager" : "viewer";
}

/** Ids and groups to the letter, emails in any case. */
function isNamed({ id, email, groups }: Identity, names: readonly string[]): boolean {
  const lowerEmail = email?.toLowerCase();
  return names.some((name) => name === id || groups.includes(name) || name.toLowerCase() === lowerEmail);
}
