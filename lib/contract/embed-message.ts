import { z } from "zod/mini";
import { EMBED_VIEWS } from "./embed-view.ts";
import { LOCALES, THEMES } from "./view.ts";

/** What a frame and the portal around it say to each other (product.md, section 8). No message holds a name. */

const NAMESPACE = "helpdesk-rota";
const head = { ns: z.literal(NAMESPACE), v: z.literal(1) };

/** Much longer than any token that we take. */
const TOKEN_MAX = 16_384;

/** From the portal. Whether a zone is one, the frame finds out. */
export const portalMessageSchema = z.discriminatedUnion("type", [
  z.object({ ...head, type: z.literal("token"), token: z.string().check(z.maxLength(TOKEN_MAX)) }),
  z.object({
    ...head,
    type: z.literal("set"),
    theme: z.optional(z.enum(THEMES)),
    lang: z.optional(z.enum(LOCALES)),
    zone: z.optional(z.string().check(z.maxLength(64))),
    view: z.optional(z.enum(EMBED_VIEWS)),
  }),
]);
export type PortalMessage = z.infer<typeof portalMessageSchema>;

/** Why a frame has nothing to show, for the portal's log. */
export type FrameErrorCode = "token_refused" | "session_ended" | "unreachable";

/** To the portal. */
export type FrameMessage =
  | { readonly type: "ready" }
  /** CSS px, whole. */
  | { readonly type: "resize"; readonly height: number }
  | { readonly type: "token-needed" }
  | { readonly type: "error"; readonly code: FrameErrorCode };

/** As it goes through `postMessage`. */
export const wrapMessage = (message: FrameMessage) => ({ ns: NAMESPACE, v: 1, ...message }) as const;
