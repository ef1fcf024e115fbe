import "server-only";
import { createThrottle } from "#lib/auth/throttle.ts";
import type { Role } from "#lib/auth/viewer.ts";
import type { Log } from "#lib/telemetry/log.ts";

/**
 * Who did what, from where, with which result (docs/security.md): sign-ins and sign-outs, refusals, downloads, calendar
 * subscriptions and embed sessions. Viewers stand there by the id that whoever vouches for them gave, never by name.
 */
export type AuditEvent =
  | "sign-in"
  | "sign-out"
  | "access"
  | "export"
  | "feed-created"
  | "feed-revoked"
  | "embed-session"
  | "throttled";

export interface AuditEntry {
  readonly event: AuditEvent;
  readonly result: "ok" | "refused";
  /** Null: nobody is known. */
  readonly viewer: AuditedViewer | null;
  /** The client's address; null: unknown. */
  readonly from: string | null;
  /** Codes, keys and names of routes; nothing that the request says of itself. */
  readonly details?: Readonly<Record<string, string | number | null>>;
}

export interface AuditedViewer {
  readonly by: string;
  readonly id: string | null;
  readonly role?: Role;
}

export interface Audit {
  write(entry: AuditEntry): Promise<void>;
}

/** Lines about refusals in a minute; a flood must neither fill the log nor hide what others do. */
const REFUSALS_PER_CLIENT = 30;
const REFUSALS_IN_SUM = 300;

export function createAudit(log: Log): Audit {
  // Written whatever LOG_LEVEL says, but for `silent`.
  const quiet = log.level === "silent";
  const lines = log.child({ audit: true }, quiet ? {} : { level: "info" });
  const perClient = createThrottle({ perClient: REFUSALS_PER_CLIENT, inSum: REFUSALS_PER_CLIENT });
  const inSum = createThrottle({ perClient: REFUSALS_IN_SUM, inSum: REFUSALS_IN_SUM });

  /** Whether there is room for one more line, and whether this is the moment to say that there is none. */
  async function judgeRoom(from: string | null): Promise<"write" | "say-full" | "leave-out"> {
    const own = await perClient.count(from);
    if (own.isFirstOver) return "say-full";
    if (own.retryAfterS !== null) return "leave-out";
    const all = await inSum.count(null);
    if (all.isFirstOver) return "say-full";
    return all.retryAfterS === null ? "write" : "leave-out";
  }

  return {
    write: async ({ event, result, viewer, from, details }) => {
      const address = from ?? "unknown";
      // That a client is throttled is said once a minute already.
      const room = result === "ok" || event === "throttled" ? "write" : await judgeRoom(from);
      if (room === "leave-out") return;
      if (room === "say-full") {
        lines.warn({ from: address }, "more refusals within this minute are left out");
        return;
      }
      const { by = null, id = null, role = null } = viewer ?? {};
      lines[result === "ok" ? "info" : "warn"](
        { event, result, by, who: id, role, from: address, ...details },
        "audit",
      );
    },
  };
}
