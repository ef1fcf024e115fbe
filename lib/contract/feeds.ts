import * as z from "zod/mini";

/** Calendar subscriptions, `/api/feeds` (product.md, section 5). */

const name = z.string().check(z.minLength(1), z.maxLength(500));
const desk = z.optional(z.string().check(z.regex(/^[\w.-]{1,64}$/)));

/** What a subscription can be for: an agent's or skill's id, or a department's name. */
export const FEED_KINDS = ["agent", "skill", "department"] as const;

/** The body of `POST /api/feeds`: one of the three. Without a desk, that of the address, else the first. */
export const newFeedSchema = z.union([
  z.strictObject({ desk, agent: name }),
  z.strictObject({ desk, skill: name }),
  z.strictObject({ desk, department: name }),
]);

/** The answer to it. The address is secret, and told this once. */
export const madeFeedSchema = z.object({ id: z.string(), url: z.string() });

/** `GET /api/feeds`: of `agent`, `skill` and `department` one is set. */
export const feedsSchema = z.object({
  feeds: z.array(
    z.object({
      id: z.string(),
      desk: z.string(),
      agent: z.nullable(z.string()),
      skill: z.nullable(z.string()),
      department: z.nullable(z.string()),
      createdAt: z.iso.datetime(),
      createdBy: z.nullable(z.string()),
    }),
  ),
});

export type NewFeedJson = z.infer<typeof newFeedSchema>;
export type MadeFeedJson = z.infer<typeof madeFeedSchema>;
export type FeedsJson = z.infer<typeof feedsSchema>;
