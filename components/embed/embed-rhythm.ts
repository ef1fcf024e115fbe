/** When a frame asks its portal for a token. All lengths in ms, but what the server gives in seconds. */

/** No sooner than this after the last time, whatever happens in between. */
export const SOONEST_ASK_MS = 1_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** A session is renewed when 80 % of the time that the server gave has gone by. */
export function renewAfterMs(expiresInS: number): number {
  return expiresInS * 800;
}

/** How long to wait for an answer after having asked `asked` times: 5 s, 10 s, 20 s … a minute at most. */
export function askAgainMs(asked: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, asked - 1));
}
