/** Why a round failed, in the words of the page and of `problem.code`. */
export const PROBLEM_CODES = [
  "unreachable",
  "timeout",
  "rate_limited",
  "quota_used_up",
  "credentials_refused",
  "permission_refused",
  "upstream_error",
  "unreadable_answer",
  "too_large",
  "suddenly_empty",
  "removed_unread",
] as const;
