/**
 * Whether `If-None-Match` says that the caller has this version already: a list of tags, weak or strong,
 * or `*` (RFC 9110, section 13.1.2: weak comparison, so `W/` does not count).
 */
export function hasVersion(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => bare(tag) === bare(etag));
}

const bare = (tag: string) => tag.replace(/^W\//, "");
