/** Whom a provider or a proxy vouches for. */
export interface Identity {
  /** Open id, subject, or what the proxy says; never empty. */
  readonly id: string;
  readonly name: string | null;
  /** Only one that whoever vouches has verified: roles and allow-lists decide by it. */
  readonly email: string | null;
  readonly groups: readonly string[];
}
