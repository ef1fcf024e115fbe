/** Longer than any address of ours; servers before us cut much longer ones off. */
const LONGEST = 2_000;
/** Stands for our own origin while a path is taken apart; it is never sent anywhere. */
const HERE = "http://here.invalid";

/**
 * Where a viewer goes after signing in: a path of ours without the base path, with its query. Whatever could lead
 * elsewhere, or back to the sign-in, gives `/`: a link that signs in must not become a link to a stranger's page.
 */
export function readReturnPath(text: string | null): string {
  if (text === null || text.length > LONGEST || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return "/";
  if (!URL.canParse(text, HERE)) return "/";
  const { origin, pathname, search } = new URL(text, HERE);
  // `/.//host` is `//host` once its dots are resolved.
  if (origin !== HERE || pathname.startsWith("//")) return "/";
  return /^\/(sign-in|api)(\/|$)/.test(pathname) ? "/" : pathname + search;
}

/** Our sign-in page, which leads on to `path` afterwards. Without the base path. */
export function signInPath(path: string): string {
  return `/sign-in?next=${encodeURIComponent(readReturnPath(path))}`;
}
