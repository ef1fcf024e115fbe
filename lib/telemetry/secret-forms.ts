import "server-only";

/** Shorter ones would be found in anything once they are written in base64. */
const BASE64_LENGTH = 8;

/**
 * A secret in every writing in which a line of the log may hold it: as it is, as JSON text and as JSON text within such,
 * percent-encoded as in an address or a form, and as base64, also within a longer text (`id:secret`). Empty for "".
 */
export function formsOf(secret: string): readonly string[] {
  if (secret === "") return [];
  const asJson = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret.toWellFormed());
  const ofForm = new URLSearchParams({ "": secret }).toString().slice(1);
  return [
    ...new Set([
      ...[secret, asJson, JSON.stringify(asJson).slice(1, -1)],
      ...[percent, ofForm].flatMap((text) => [text, withSmallCodes(text)]),
      ...(secret.length < BASE64_LENGTH ? [] : base64Of(secret)),
    ]),
  ];
}

const withSmallCodes = (text: string) => text.replace(/%../g, (code) => code.toLowerCase());

/** By how many bytes stand before it: what they share a sign with is left out at either end. */
function base64Of(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const [from, to] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)];
    return (["base64", "base64url"] as const).map((alphabet) => bytes.toString(alphabet).slice(from, to));
  });
}
