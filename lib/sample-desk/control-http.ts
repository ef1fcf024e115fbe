import * as z from "zod/mini";
import { type Answer, text } from "./answer.ts";
import type { Control } from "./control.ts";
import { faultSchema } from "./faults.ts";
import type { GatewayRequest } from "./gateway.ts";

/**
 * The control over HTTP, for tests in another process. Served only when asked for: whoever reaches it can
 * read the journal, and with it every secret that was sent.
 */
export const CONTROL_PREFIX = "/__control/";

const scopeSchema = z.object({
  targets: z.optional(z.array(z.enum(["token", "present", "removed", "elsewhere"]))),
  helpdeskId: z.optional(z.string()),
});
const faultBody = z.object({
  fault: faultSchema,
  scope: z.optional(scopeSchema),
  /** Null: always. */
  times: z.optional(z.nullable(z.int())),
});
const recordsBody = z.object({
  list: z.enum(["present", "removed"]),
  records: z.nullable(z.array(z.unknown())),
  helpdeskId: z.optional(z.string()),
});
const nowBody = z.object({ at: z.nullable(z.number()) });

type Verb = (control: Control, body: unknown) => unknown;

/** One line a verb; each answers 204, or 200 with JSON when there is something to tell. */
const VERBS: Readonly<Record<string, Verb>> = {
  "GET journal": (control) => control.journal(),
  "DELETE journal": (control) => control.clearJournal(),
  "POST faults": (control, body) => {
    const { fault, scope = {}, times = 1 } = faultBody.parse(body);
    if (times === null) control.failAlways(fault, scope);
    else control.failNext(fault, scope, times);
  },
  "DELETE faults": (control) => control.clearFaults(),
  "PUT records": (control, body) => {
    const { list, records, helpdeskId } = recordsBody.parse(body);
    control.setRecords(list, records, helpdeskId);
  },
  "PUT now": (control, body) => control.setNow(nowBody.parse(body).at),
  "DELETE tokens": (control) => control.revokeTokens(),
};

export function answerControl(request: GatewayRequest, control: Control): Answer {
  const verb = VERBS[`${request.method} ${request.url.slice(CONTROL_PREFIX.length)}`];
  if (!verb) return text(404, '{"error":"unknown verb"}');
  try {
    const told = verb(control, request.body === "" ? undefined : JSON.parse(request.body));
    return told === undefined ? text(204, "") : text(200, JSON.stringify(told));
  } catch (error) {
    return text(400, JSON.stringify({ error: error instanceof Error ? error.message : "unusable" }));
  }
}
