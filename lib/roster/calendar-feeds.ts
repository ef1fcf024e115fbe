import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { FeedsJson, NewFeedJson } from "#lib/contract/feeds.ts";
import { AppError } from "#lib/errors.ts";
import { isKnownScope } from "./calendar-scope.ts";
import type { RosterContext } from "./context.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import type { CalendarFeed, CalendarFeedStore, CalendarScope } from "./ports.ts";
import { WHOLE } from "./shape.ts";

/** What the verbs about calendar subscriptions work on; who may ask them is the route's to settle. */
export interface CalendarContext {
  readonly roster: RosterContext;
  readonly calendars: CalendarFeedStore;
}

/** 256 bits: an address that nobody guesses. */
const SECRET_BYTES = 32;
/** More are a mistake, or a flood. */
const FEEDS_MAX = 1000;

/**
 * Makes a subscription and gives its secret, which is kept only as a hash and never told again. Throws `not_found` for
 * an unknown desk, `invalid` for a scope that the roster does not know or too many subscriptions, and
 * `upstream_unavailable` before a first roster.
 */
export async function createCalendarFeed(
  { roster: context, calendars }: CalendarContext,
  input: {
    readonly request: NewFeedJson;
    readonly deskKey: string | null;
    readonly createdBy: string | null;
  },
): Promise<{ readonly id: string; readonly secret: string }> {
  const { roster } = await lookAtDesk(context, {
    deskKey: input.request.desk ?? input.deskKey,
    shape: WHOLE,
  });
  const scope = scopeOf(input.request);
  if (!isKnownScope(roster, scope)) throw new AppError("invalid", `Unusable value: ${scope.kind}.`);
  if ((await calendars.listCalendars()).length >= FEEDS_MAX) {
    throw new AppError("invalid", "There are too many subscriptions; revoke some first.");
  }
  const id = randomBytes(9).toString("base64url");
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  await calendars.addCalendar({
    id,
    secretHash: hashSecret(secret),
    deskKey: roster.desk.key,
    scope,
    createdAt: new Date(context.clock.now()).toISOString(),
    createdBy: input.createdBy,
  });
  return { id, secret };
}

/** Every subscription of every desk, in the order in which they were made; no secret is among it. */
export async function listCalendarFeeds({ calendars }: CalendarContext): Promise<FeedsJson> {
  const feeds = await calendars.listCalendars();
  return { feeds: feeds.map(toJson) };
}

/** From then on its address answers `not_found`. Throws `not_found`. */
export async function revokeCalendarFeed({ calendars }: CalendarContext, id: string): Promise<void> {
  if (!(await calendars.removeCalendar(id)))
    throw new AppError("not_found", "There is no such subscription.");
}

/** The subscription whose address holds this secret. Throws `not_found`. */
export async function findCalendarFeed(
  { calendars }: Pick<CalendarContext, "calendars">,
  secret: string,
): Promise<CalendarFeed> {
  // Hashes are compared, so that the time a comparison takes tells nothing of a secret.
  const hash = hashSecret(secret);
  const found = (await calendars.listCalendars()).find(({ secretHash }) => secretHash === hash);
  if (found === undefined) throw new AppError("not_found", "There is no such subscription.");
  return found;
}

const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("base64url");

function scopeOf(request: NewFeedJson): CalendarScope {
  if ("agent" in request) return { kind: "agent", value: request.agent };
  if ("skill" in request) return { kind: "skill", value: request.skill };
  return { kind: "department", value: request.department };
}

function toJson({ id, deskKey, scope, createdAt, createdBy }: CalendarFeed): FeedsJson["feeds"][number] {
  const valueIf = (kind: CalendarScope["kind"]) => (scope.kind === kind ? scope.value : null);
  return {
    id,
    desk: deskKey,
    agent: valueIf("agent"),
    skill: valueIf("skill"),
    department: valueIf("department"),
    createdAt,
    createdBy,
  };
}
