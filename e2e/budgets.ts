/**
 * What a load of the board may cost where the count is exact: checked by first-load.spec.ts on every machine. Times
 * are measured by `npm run bench` and never checked, since they are the machine's as much as ours.
 */
export const BUDGETS = {
  /** Elements of the document, at any number of agents. */
  domElements: 3_500,
  /** The page itself, compressed, in bytes, at 1,000 agents. */
  htmlBytes: 40_000,
  /** All scripts of the first load, compressed, in bytes. */
  scriptBytes: 218_000,
  /** Requests of the first load, the page and its styles, font and scripts among them. */
  requests: 26,
  /** Requests for the roster: none where the page holds it, else one. */
  rosterRequests: { whole: 0, large: 1 },
} as const;
