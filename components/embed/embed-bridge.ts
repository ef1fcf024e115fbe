import {
  type FrameMessage,
  isPortalMessage,
  type PortalMessage,
  wrapMessage,
} from "#lib/contract/embed-message.ts";

/** What the bridge needs of the frame's window. */
export interface BridgeWindow {
  /** The window around the frame; the frame itself where nothing is around it. */
  readonly parent: unknown;
  post(message: object, targetOrigin: string): void;
  /** The origin around the frame where the browser tells it. */
  readonly parentOrigin: string | null;
  nowMs(): number;
}

/** A message as the browser delivers it. */
type Delivered = Pick<MessageEvent, "source" | "origin" | "data">;

/** No portal has this much to say; more is not even looked at. */
const BURST = 30;
const BURST_MS = 10_000;

/**
 * Talks with the portal around the frame (product.md, section 8): takes a message only from the parent window, from a
 * listed origin and of a known shape, and sends none without naming the origin that may read it.
 */
export class EmbedBridge {
  readonly #window: BridgeWindow;
  readonly #origins: readonly string[];
  /** The portal's origin, once it is known. */
  #portal: string | null;
  #burstStartMs = Number.NEGATIVE_INFINITY;
  #inBurst = 0;

  constructor(window: BridgeWindow, origins: readonly string[]) {
    this.#window = window;
    this.#origins = origins;
    this.#portal = origins.find((one) => one === window.parentOrigin) ?? null;
  }

  /** To the portal; before its origin is known, to each that is listed, of which the browser lets the right one read. */
  tell(message: FrameMessage): void {
    const targets = this.#portal === null ? this.#origins : [this.#portal];
    for (const origin of targets) this.#window.post(wrapMessage(message), origin);
  }

  /** The message, if it is the portal's and makes sense; null for any other, which is nobody's business here. */
  read({ source, origin, data }: Delivered): PortalMessage | null {
    if (source !== this.#window.parent || !this.#origins.includes(origin)) return null;
    if (this.#isFlood()) return null;
    if (!isPortalMessage(data)) return null;
    this.#portal = origin;
    return data;
  }

  #isFlood(): boolean {
    const now = this.#window.nowMs();
    if (now - this.#burstStartMs >= BURST_MS) {
      this.#burstStartMs = now;
      this.#inBurst = 0;
    }
    this.#inBurst += 1;
    return this.#inBurst > BURST;
  }
}
