import type { AllowList } from "./allow-list.ts";
import type { EmbedSessionRules } from "./embed-session.ts";
import type { Identity } from "./identity.ts";
import type { RoleRules } from "./roles.ts";
import type { SessionMode, SessionRules } from "./session.ts";
import type { Role } from "./viewer.ts";

/** All that decides who may look; made from the settings once a process. */
export interface Access {
  readonly mode: AccessMode;
  readonly roles: RoleRules;
  readonly sessions: SessionRules;
  readonly embed: EmbedSessionRules;
  readonly apiKeys: readonly { readonly name: string; readonly role: Role; readonly key: string }[];
}

export type AccessMode =
  | { readonly kind: "open" }
  | { readonly kind: "session"; readonly by: SessionMode; readonly allow: AllowList }
  | { readonly kind: "proxy"; readonly recognise: RecogniseProxied };

/** Whom the proxy in front vouches for; null: nobody, or the proof does not hold. Never throws. */
export type RecogniseProxied = (headers: Pick<Headers, "get">) => Promise<Identity | null>;
