import "server-only";
import { createHash, hkdfSync } from "node:crypto";
import { loadJose } from "./load-jose.ts";

/**
 * Small values that travel through a browser and come back unread and unchanged: sessions, embed sessions,
 * sign-in attempts. Each is a compact JWE (`dir`, A256GCM). Its key is derived from a secret of SESSION_SECRET
 * and from the purpose, so that what was sealed for one purpose never opens for another.
 */
export type Purpose = "session" | "sign-in-attempt" | "embed-session";

/** Of SESSION_SECRET, at least one: the first seals, all open (product.md, section 3). */
export type Secrets = readonly string[];

/** More than anything that we seal comes to; a longer text is not looked at. */
const LONGEST_TEXT = 8_192;

/** `payload` as JSON, sealed by the first secret. It holds its own expiry: sealing knows no time. */
export async function seal(purpose: Purpose, payload: object, secrets: Secrets): Promise<string> {
  const [first] = secrets;
  if (first === undefined) throw new Error("There is no secret to seal with.");
  const key = deriveKey(purpose, first);
  const { CompactEncrypt } = await loadJose();
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", typ: typeOf(purpose), kid: keyId(key) })
    .encrypt(key);
}

/** What was sealed for `purpose` by one of the secrets, still to be parsed; undefined for anything else. Never throws. */
export async function unseal(purpose: Purpose, text: string, secrets: Secrets): Promise<unknown> {
  if (text.length > LONGEST_TEXT) return undefined;
  const { compactDecrypt } = await loadJose();
  try {
    const { plaintext } = await compactDecrypt(
      text,
      ({ kid, typ }) => {
        const key = secrets.map((secret) => deriveKey(purpose, secret)).find((one) => keyId(one) === kid);
        if (key === undefined || typ !== typeOf(purpose))
          throw new Error("Sealed by a key that is not ours.");
        return key;
      },
      { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] },
    );
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    return undefined;
  }
}

const typeOf = (purpose: Purpose) => `rota-${purpose}+jwe`;

function deriveKey(purpose: Purpose, secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `helpdesk-rota ${purpose}`, 32));
}

/** Names a key without telling anything of it. */
function keyId(key: Uint8Array): string {
  return createHash("sha256").update("kid").update(key).digest("base64url").slice(0, 11);
}
