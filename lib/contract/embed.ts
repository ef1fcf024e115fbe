import * as z from "zod/mini";
import { planSchema } from "./plan.ts";

/** A frame's access as JSON (product.md, section 8). */

/** The body of `POST /api/embed/session`. */
export const embedExchangeSchema = z.object({ token: z.string() });

/** The answer to it: the session for those whose browser keeps no cookie, and its length in seconds. */
export const embedSessionSchema = z.object({ bearer: z.string(), expiresIn: z.int() });

/**
 * `GET /api/embed/site`: what the frame's page itself must not hold. It also tells a frame whether a credential
 * reached us, and which: `expiresIn`, in seconds, is that of an embed session, and null for any other viewer.
 */
export const embedSiteSchema = z.object({
  desks: z.tuple([deskSchema()], deskSchema()),
  /** By desk key. */
  plans: z.record(z.string(), planSchema),
  expiresIn: z.nullable(z.int()),
});

export type EmbedSessionJson = z.infer<typeof embedSessionSchema>;
export type EmbedSiteJson = z.infer<typeof embedSiteSchema>;

function deskSchema() {
  return z.object({ key: z.string(), name: z.string(), timeZone: z.string() });
}
