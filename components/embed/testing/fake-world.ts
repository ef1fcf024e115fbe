import type { EmbedCredential } from "#lib/client/embed.ts";
import type { EmbedSiteJson } from "#lib/contract/embed.ts";
import type { FrameMessage } from "#lib/contract/embed-message.ts";
import type { EmbedWorld } from "../embed-session.ts";

const SITE = { desks: [{ key: "main", name: "IT", timeZone: "Asia/Shanghai" }], plans: {} } as const;
const siteWith = (expiresIn: number | null): EmbedSiteJson => ({
  ...SITE,
  desks: [SITE.desks[0]],
  expiresIn,
});

/** A world whose clock moves when the test says so; the server and the browser behave as the fields say. */
export class FakeWorld implements EmbedWorld {
  /** Tokens that the server takes; each once. */
  readonly goodTokens = new Set<string>();
  readonly told: FrameMessage[] = [];
  readonly asked: string[] = [];
  keepsCookies = true;
  /** What the browser shows without any embed session: none, or the viewer's own. */
  hasOwnSession = false;
  isDown = false;
  lifeS = 900;
  #cookieEndsMs: number | null = null;
  #nowMs = 0;
  readonly #timers = new Map<symbol, { readonly atMs: number; readonly run: () => void }>();

  nowMs(): number {
    return this.#nowMs;
  }

  later(ms: number, run: () => void): () => void {
    const id = Symbol();
    this.#timers.set(id, { atMs: this.#nowMs + ms, run });
    return () => this.#timers.delete(id);
  }

  tell(message: FrameMessage): void {
    this.told.push(message);
  }

  async readSite(credential: EmbedCredential): Promise<EmbedSiteJson | null> {
    this.asked.push(credential.kind);
    if (this.isDown) throw new Error("no answer");
    if (credential.kind === "bearer") return siteWith(this.lifeS);
    const restMs = this.keepsCookies && this.#cookieEndsMs !== null ? this.#cookieEndsMs - this.#nowMs : 0;
    if (restMs > 0) return siteWith(Math.floor(restMs / 1000));
    return this.hasOwnSession ? siteWith(null) : null;
  }

  async exchange(token: string) {
    this.asked.push(`exchange ${token}`);
    if (this.isDown) throw new Error("no answer");
    if (!this.goodTokens.delete(token)) return null;
    this.#cookieEndsMs = this.#nowMs + this.lifeS * 1000;
    return { bearer: `bearer of ${token}`, expiresIn: this.lifeS };
  }

  /** Lets the clock go on, with every timer in its turn and whatever it sets going. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { atMs }]) => atMs <= untilMs);
      const next = due.toSorted(([, a], [, b]) => a.atMs - b.atMs).at(0);
      if (next === undefined) break;
      const [id, { atMs, run }] = next;
      this.#timers.delete(id);
      this.#nowMs = Math.max(this.#nowMs, atMs);
      run();
      await this.settle();
    }
    this.#nowMs = untilMs;
  }

  /** The machine sleeps: its clock goes on, its timers do not. */
  sleep(ms: number): void {
    this.#nowMs += ms;
  }

  /** Until everything that was asked has been answered. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  count(type: FrameMessage["type"]): number {
    return this.told.filter((message) => message.type === type).length;
  }
}
