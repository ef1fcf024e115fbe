import { asInstant, type Instant } from "#lib/schedule/types.ts";
import type { Access, AccessMode } from "../access.ts";
import type { SessionRules } from "../session.ts";

/** Access as tests need it: a clock that they move, and everything else at its plainest. */

export const SECRET = "a-session-secret-of-the-tests-0123456789";
export const NOON = asInstant(Date.UTC(2026, 10, 19, 12));

export interface MovedClock {
  now(): Instant;
  pass(ms: number): void;
}

export function createMovedClock(): MovedClock {
  let at: number = NOON;
  return {
    now: () => asInstant(at),
    pass: (ms) => {
      at += ms;
    },
  };
}

export function sessionRules(more: Partial<SessionRules> = {}): SessionRules {
  const cookies = { https: true, basePath: "" };
  return { secrets: [SECRET], epoch: 0, cookies, clock: createMovedClock(), ...more };
}

export function accessOf(mode: AccessMode, more: Partial<Access> = {}): Access {
  return {
    mode,
    roles: { managers: [], admins: [] },
    sessions: sessionRules(),
    embed: { sessionSecrets: [SECRET], embedKeys: [], basePath: "" },
    apiKeys: [],
    ...more,
  };
}

/** What a browser sends after it was told to keep these. */
export function headersWith(...setCookies: readonly string[]): Headers {
  const pairs = setCookies.map((line) => line.split(";")[0] ?? "").filter((pair) => !pair.endsWith("="));
  return new Headers(pairs.length === 0 ? {} : { cookie: pairs.join("; ") });
}
