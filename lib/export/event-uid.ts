import "server-only";
import { createHash } from "node:crypto";
import type { WeekBlock } from "#lib/schedule/types.ts";

/**
 * The UID of an agent's block: the same in every week and after every restart, another for every other block, agent
 * and desk. A hash, since ids are of any length and nobody's business.
 */
export function makeEventUid(deskKey: string, agentId: string, [start, end]: WeekBlock): string {
  const hash = createHash("sha256").update(JSON.stringify([deskKey, agentId, start, end]));
  return `helpdesk-rota-${hash.digest("hex").slice(0, 32)}`;
}
