import { isZone } from "#lib/schedule/zone.ts";
import { bad, good, type Kind, kind } from "./kind.ts";
import { suggestZone } from "./suggest-zone.ts";

/** Plain words: a name, a folder, a group. Trimmed, at most `max` characters, no control characters. */
export function words(max = 200): Kind<string> {
  return kind("", `must be plain text of at most ${max} characters`, (text) =>
    text.length <= max && !hasControlCharacter(text) ? text.trim() : undefined,
  );
}

export function whole(min: number, max: number): Kind<number> {
  return kind(`${min}–${max}`, `must be a whole number from ${min} to ${max}`, (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  });
}

export const trueOrFalse: Kind<boolean> = kind("true or false", "must be true or false", (text) =>
  text === "true" ? true : text === "false" ? false : undefined,
);

export function oneOf<const W extends string>(choices: readonly W[]): Kind<W> {
  return kind(choices.join(" | "), `must be one of ${choices.join(", ")}`, (text) =>
    choices.find((choice) => choice === text),
  );
}

/** An IANA time zone; a misspelt one is answered with the names that come closest. */
export const timeZone: Kind<string> = {
  form: "IANA name",
  read: (text) => (isZone(text) ? good(text) : bad(zoneFault(text))),
};

export function zoneFault(text: string): string {
  const near = suggestZone(text);
  const hint = near.length > 0 ? `; did you mean ${near.join(" or ")}?` : "";
  return `is not a time zone (an IANA name such as Asia/Shanghai)${hint}`;
}

/** The name of a header, as RFC 9110 allows it; in lower case. */
export const headerName: Kind<string> = kind("header name", "is not the name of a header", (text) =>
  /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(text) ? text.toLowerCase() : undefined,
);

/** What was handed to us by Feishu or another provider, to be sent back to the letter. */
export const credential: Kind<string> = {
  form: "",
  read: (text) => {
    const fault = credentialFault(text);
    return fault === null ? good(text) : bad(fault);
  },
};

/** A secret that we check against: long enough not to be guessed. `minBytes` counts UTF-8 bytes. */
export function ownSecret(minBytes: number): Kind<string> {
  return {
    form: `at least ${minBytes} bytes`,
    read: (text) => {
      const fault = credentialFault(text) ?? shortFault(text, minBytes);
      return fault === null ? good(text) : bad(fault);
    },
  };
}

export function shortFault(text: string, minBytes: number): string | null {
  return Buffer.byteLength(text) < minBytes ? `must be at least ${minBytes} bytes long` : null;
}

/** What copying a credential by hand does to it (quotes, line breaks, a sample left in place); null: nothing. */
export function credentialFault(text: string): string | null {
  if (text !== text.trim()) return "has a blank or a line break before or after it";
  if (hasControlCharacter(text)) return "has a line break or another control character in it";
  if (/^(["'`“‘]).*|.*["'`”’]$/.test(text)) return "has quotes around it; write it without";
  if (PLACEHOLDER.test(text)) return "is still a placeholder; write the real value";
  return null;
}

const PLACEHOLDER =
  /^(<.*>|\[.*\]|\{.*\}|\$\{?\w+\}?|[x*.…_-]{3,}|cli_x{3,}|your[-_ ].*|change[-_ ]?(me|this|it)\b.*|replace[-_ ]?(me|this|it)\b.*|fill[-_ ]?(me|this)?[-_ ]?in|placeholder|todo|tbd)$/i;

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
