import type { EmbedCredential } from "#lib/client/embed.ts";
import type { EmbedSessionJson, EmbedSiteJson } from "#lib/contract/embed.ts";
import type { FrameMessage } from "#lib/contract/embed-message.ts";
import { askAgainMs, renewAfterMs, SOONEST_ASK_MS } from "./embed-rhythm.ts";

/** What a frame may show at present. */
export type FrameAccess =
  /** Nothing yet: who looks is being found out. */
  | { readonly kind: "seeking"; readonly trouble: Trouble | null }
  /** `isLate`: the portal was asked for a new token and has not sent one. */
  | { readonly kind: "open"; readonly site: EmbedSiteJson; readonly isLate: boolean }
  /** There was a session and it is over: nobody's name may be on screen. */
  | { readonly kind: "ended" };
export type Trouble = "waiting" | "refused" | "unreachable";

/** What a session needs of the world. */
export interface EmbedWorld {
  /** Ms that never run backwards, and that a sleeping machine counts too. */
  nowMs(): number;
  /** Runs once, unless what it returns is called before. */
  later(ms: number, run: () => void): () => void;
  /** As lib/client/embed.ts: null when refused, a rejection when the server does not answer. */
  readSite(credential: EmbedCredential): Promise<EmbedSiteJson | null>;
  exchange(token: string): Promise<EmbedSessionJson | null>;
  tell(message: FrameMessage): void;
}

const COOKIE: EmbedCredential = { kind: "cookie" };
/** A timer that sleeps with its machine is late; so none is set for longer. */
const LONGEST_TIMER_MS = 30_000;

/**
 * The life of one frame's access (product.md, section 8): finds a session, renews it at 80 % of the time that the
 * server gave, asks again when the portal or the network fails, and ends it to the second. Knows no browser.
 */
export class EmbedSession {
  readonly #world: EmbedWorld;
  readonly #listeners = new Set<() => void>();
  #access: FrameAccess = { kind: "seeking", trouble: null };
  #credential: EmbedCredential = COOKIE;
  /** Null: the session is not ours to renew, but the viewer's own. */
  #endsMs: number | null = null;
  /** The portal vouched for the viewer once: from then on only its tokens open, and no wider session does. */
  #isPortals = false;
  /** When the portal is asked for a token next; null: none is needed. */
  #askMs: number | null = null;
  #lastAskMs = Number.NEGATIVE_INFINITY;
  #asked = 0;
  #isBusy = false;
  /** A token that came while something else was being asked. */
  #kept: string | null = null;
  #cancelTimer: () => void = () => undefined;

  constructor(world: EmbedWorld) {
    this.#world = world;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly access = (): FrameAccess => this.#access;
  readonly credential = (): EmbedCredential => this.#credential;

  /** Looks for a session: by this token, if the address brought one, else by what the browser sends by itself. */
  async start(token: string | null): Promise<void> {
    if (token !== null) await this.giveToken(token);
    if (this.#access.kind !== "open") await this.#probe();
  }

  /** The portal sent a token. */
  async giveToken(token: string): Promise<void> {
    if (this.#isBusy) {
      this.#kept = token;
      return;
    }
    await this.#alone(async () => {
      const session = await this.#world.exchange(token);
      if (session === null) return this.#refuse();
      const [site, credential] = await this.#findWay(session);
      if (site === null) return this.#refuse();
      this.#open(site, credential, session.expiresIn);
    });
  }

  /** The network is back, or somebody looks again: what is due is done now. */
  recheck(): void {
    if (this.#askMs !== null && this.#asked > 0) {
      this.#askMs = Math.min(this.#askMs, this.#lastAskMs + SOONEST_ASK_MS);
    }
    this.#check();
  }

  /** The server no longer takes the credential: the key is gone, or the viewer has signed out. */
  refused(): void {
    if (this.#access.kind !== "open" || this.#isBusy) return;
    if (this.#endsMs === null) void this.#probe();
    else if (this.#asked === 0) {
      this.#askMs = this.#world.nowMs();
      this.#check();
    }
  }

  stop(): void {
    this.#cancelTimer();
    this.#listeners.clear();
  }

  /** Whether the cookie came back shows in the answer: it says how long an embed session lasts. */
  async #findWay(session: EmbedSessionJson): Promise<readonly [EmbedSiteJson | null, EmbedCredential]> {
    const byCookie = await this.#world.readSite(COOKIE);
    if (byCookie !== null && byCookie.expiresIn !== null) return [byCookie, COOKIE];
    const bearer: EmbedCredential = { kind: "bearer", bearer: session.bearer };
    return [await this.#world.readSite(bearer), bearer];
  }

  async #probe(): Promise<void> {
    await this.#alone(async () => {
      const site = await this.#world.readSite(COOKIE);
      if (site !== null) return this.#open(site, COOKIE, site.expiresIn);
      if (this.#access.kind === "open") this.#end();
      else this.#need(null);
    });
  }

  /** One exchange or probe at a time. A server that does not answer is asked again like a portal that does not. */
  async #alone(run: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await run();
    } catch {
      this.#world.tell({ type: "error", code: "unreachable" });
      this.#need("unreachable");
    } finally {
      this.#isBusy = false;
    }
    const kept = this.#kept;
    this.#kept = null;
    if (kept !== null && this.#access.kind !== "open") await this.giveToken(kept);
    this.#check();
  }

  #open(site: EmbedSiteJson, credential: EmbedCredential, expiresIn: number | null): void {
    const now = this.#world.nowMs();
    this.#credential = credential;
    this.#isPortals ||= expiresIn !== null;
    this.#endsMs = expiresIn === null ? null : now + expiresIn * 1000;
    this.#askMs = expiresIn === null ? null : now + renewAfterMs(expiresIn);
    this.#asked = 0;
    this.#set({ kind: "open", site, isLate: false });
  }

  #refuse(): void {
    this.#world.tell({ type: "error", code: "token_refused" });
    this.#need("refused");
  }

  /** A token is needed: at once the first time, then at growing intervals. */
  #need(trouble: Trouble | null): void {
    this.#askMs ??= this.#world.nowMs();
    if (this.#access.kind === "seeking" && trouble !== null) this.#set({ kind: "seeking", trouble });
  }

  #end(): void {
    this.#credential = COOKIE;
    this.#endsMs = null;
    this.#askMs = this.#world.nowMs();
    this.#asked = 0;
    this.#world.tell({ type: "error", code: "session_ended" });
    this.#set({ kind: "ended" });
  }

  /** Does what is due, and sets the timer for what comes next. */
  #check(): void {
    const now = this.#world.nowMs();
    if (this.#endsMs !== null && now >= this.#endsMs) this.#end();
    if (this.#askMs !== null && now >= this.#askMs && !this.#isBusy) this.#ask(now);
    this.#cancelTimer();
    const due = [this.#endsMs, this.#isBusy ? null : this.#askMs].filter((at) => at !== null);
    if (due.length === 0) return;
    const next = Math.min(...due);
    const waitMs = Math.min(LONGEST_TIMER_MS, Math.max(0, next - now));
    this.#cancelTimer = this.#world.later(waitMs, () => this.#check());
  }

  #ask(now: number): void {
    this.#asked += 1;
    this.#lastAskMs = now;
    this.#askMs = now + askAgainMs(this.#asked);
    this.#world.tell({ type: "token-needed" });
    if (this.#asked === 1) return;
    const access = this.#access;
    if (access.kind === "open") this.#set({ ...access, isLate: true });
    else {
      if (access.kind === "seeking") this.#set({ kind: "seeking", trouble: access.trouble ?? "waiting" });
      // Where no portal answers, the server or the viewer's own session may have come back.
      if (!this.#isPortals) void this.#probe();
    }
  }

  #set(access: FrameAccess): void {
    this.#access = access;
    for (const listener of this.#listeners) listener();
  }
}
