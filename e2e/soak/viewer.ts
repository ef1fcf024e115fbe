import { CLOCK_HEADERS, type RosterJson } from "#lib/contract/roster.ts";
import { rosterSchema } from "#lib/contract/roster-schema.ts";
import { viewersAt } from "./plan.ts";
import type { ProductProcess } from "./product-process.ts";
import { type Scale, simulatedNow } from "./scaled-clock.ts";
import type { TallyKeeper } from "./tally.ts";

/** Reads the roster as a board does, while the hour wants this many viewers; resolves when `isOver`. */
export async function view(
  index: number,
  product: ProductProcess,
  scale: Scale,
  tally: TallyKeeper,
  isOver: () => boolean,
): Promise<void> {
  let held: { readonly roster: RosterJson; readonly etag: string } | null = null;
  while (!isOver()) {
    if (!product.isUp() || viewersAt(simulatedNow(scale)) <= index) {
      if (index === 0) tally.noteNobodyLooks();
      await pause(60_000 / scale.factor);
      continue;
    }
    const answer = await ask(product, held?.etag ?? null);
    // A process that has been killed meanwhile owes no answer.
    if (answer === null && product.isUp()) tally.lose("answers", 1, simulatedNow(scale));
    if (answer !== null) {
      held = answer.roster === null ? held : { roster: answer.roster, etag: answer.etag };
      if (answer.roster !== null) tally.noteRoster(answer.roster, answer.fetchedAt, answer.servedAt);
      else if (held !== null) tally.noteFreshness(held.roster.freshness === "fresh", answer.servedAt);
    }
    const waitMs = answer === null ? 10_000 : Math.max(1_000, answer.nextReadAt - answer.servedAt);
    await pause(waitMs / scale.factor);
  }
}

interface Answer {
  /** Null: not modified. */
  readonly roster: RosterJson | null;
  readonly etag: string;
  readonly fetchedAt: number;
  readonly servedAt: number;
  readonly nextReadAt: number;
}

/** Null: no roster came. */
async function ask(product: ProductProcess, etag: string | null): Promise<Answer | null> {
  const startedUp = product.isUp();
  try {
    const response = await fetch(`${product.url}/api/roster`, {
      headers: etag === null ? {} : { "if-none-match": etag },
    });
    const isSame = response.status === 304;
    if (!response.ok && !isSame) {
      await response.text();
      return null;
    }
    const at = (name: string) => Date.parse(response.headers.get(name) ?? "");
    return {
      roster: isSame ? null : rosterSchema.parse(await response.json()),
      etag: response.headers.get("etag") ?? "",
      fetchedAt: at(CLOCK_HEADERS.fetchedAt),
      servedAt: at(CLOCK_HEADERS.servedAt),
      nextReadAt: at(CLOCK_HEADERS.nextReadAt),
    };
  } catch (error) {
    if (startedUp && product.isUp()) throw error;
    return null;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(1, ms)));
}
