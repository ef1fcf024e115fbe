import { type Check, isMissingOr, isObjectOf, isOneOf, isText } from "./check.ts";
import { EMBED_VIEWS, type EmbedView } from "./embed-view.ts";
import { LOCALES, type Locale, THEMES, type Theme } from "./view.ts";

/** What a frame and the portal around it say to each other (product.md, section 8). No message holds a name. */

const NAMESPACE = "helpdesk-rota";
const VERSION = 1;

interface Head {
  readonly ns: typeof NAMESPACE;
  readonly v: typeof VERSION;
}

export interface TokenMessage extends Head {
  readonly type: "token";
  readonly token: string;
}

/** Whether a zone is one, the frame finds out. */
export interface SetMessage extends Head {
  readonly type: "set";
  readonly theme?: Theme | undefined;
  readonly lang?: Locale | undefined;
  readonly zone?: string | undefined;
  readonly view?: EmbedView | undefined;
}

/** From the portal. */
export type PortalMessage = TokenMessage | SetMessage;

/** Much longer than any token that we take, and than any zone's name. */
const TOKEN_MAX = 16_384;
const ZONE_MAX = 64;

const isTextUpTo =
  (max: number): Check<string> =>
  (value): value is string =>
    isText(value) && value.length <= max;
const head = { ns: isOneOf([NAMESPACE]), v: isOneOf([VERSION]) };

const isTokenMessage: Check<TokenMessage> = isObjectOf({
  ...head,
  type: isOneOf(["token"]),
  token: isTextUpTo(TOKEN_MAX),
});
const isSetMessage: Check<SetMessage> = isObjectOf<SetMessage>({
  ...head,
  type: isOneOf(["set"]),
  theme: isMissingOr(isOneOf(THEMES)),
  lang: isMissingOr(isOneOf(LOCALES)),
  zone: isMissingOr(isTextUpTo(ZONE_MAX)),
  view: isMissingOr(isOneOf(EMBED_VIEWS)),
});
export const isPortalMessage: Check<PortalMessage> = (value): value is PortalMessage =>
  isTokenMessage(value) || isSetMessage(value);

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
export const wrapMessage = (message: FrameMessage) => ({ ns: NAMESPACE, v: VERSION, ...message }) as const;
