import type { Identity } from "./identity.ts";

/** `ALLOW_OPEN_IDS`, `ALLOW_EMAIL_DOMAINS` and `OIDC_ALLOW_GROUPS`. */
export interface AllowList {
  readonly ids: readonly string[];
  /** In lower case, without @. */
  readonly emailDomains: readonly string[];
  readonly groups: readonly string[];
}

/** With no list at all everyone whom the provider vouches for is let in; otherwise one list is enough. */
export function isAllowed({ id, email, groups }: Identity, allow: AllowList): boolean {
  const isOpen = allow.ids.length + allow.emailDomains.length + allow.groups.length === 0;
  return (
    isOpen ||
    allow.ids.includes(id) ||
    allow.emailDomains.some((domain) => domain === domainOf(email)) ||
    allow.groups.some((group) => groups.includes(group))
  );
}

/** What stands after the last @: `a@allowed.com@evil.com` is of evil.com. Null: not an email. */
function domainOf(email: string | null): string | null {
  const [, domain] = /^.+@([^@]+)$/s.exec(email ?? "") ?? [];
  return domain?.toLowerCase() ?? null;
}
