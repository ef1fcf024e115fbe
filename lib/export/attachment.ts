/** What file systems or shells take for more than a letter of a name. */
const NOT_IN_A_NAME = /[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|%]+/gu;
const NAME_MAX = 80;

/**
 * The Content-Disposition of a download (RFC 6266): a fixed ASCII name for programs that know no other, and the real
 * one, which may be in any script, encoded. Whatever `name` holds, nothing of it leaves the parameter, names a folder
 * or begins with a dot.
 */
export function attachmentHeader(name: string, extension: string): string {
  const clean = name
    .toWellFormed()
    .replace(NOT_IN_A_NAME, "-")
    .replace(/^[.\s]+/, "");
  const short = Array.from(clean).slice(0, NAME_MAX).join("").trim();
  const real = encodeExtended(`${short || "helpdesk-rota"}.${extension}`);
  return `attachment; filename="helpdesk-rota.${extension}"; filename*=UTF-8''${real}`;
}

/** RFC 8187 allows fewer characters as they are than an address does. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
