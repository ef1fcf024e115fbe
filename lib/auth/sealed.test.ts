import { CompactEncrypt, decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { seal, unseal } from "./sealed.ts";

const OLD = "old-secret-of-at-least-32-bytes-0123456789";
const NEW = "new-secret-of-at-least-32-bytes-0123456789";
const PAYLOAD = { name: "欧阳 Jörg", expiresAt: 1_795_000_000_000 };

/** Sealing and opening, of which sessions, embed sessions and sign-in attempts are made. */

describe("a sealed value", () => {
  test("comes back as it was", async () => {
    const text = await seal("session", PAYLOAD, [NEW]);
    expect(await unseal("session", text, [NEW])).toEqual(PAYLOAD);
  });

  test("shows nothing of itself, and is another each time", async () => {
    const [first, second] = [await seal("session", PAYLOAD, [NEW]), await seal("session", PAYLOAD, [NEW])];
    expect(first).not.toBe(second);
    const parts = first.split(".").map((part) => Buffer.from(part, "base64url").toString());
    expect(parts.join()).not.toContain("Jörg");
    expect(decodeProtectedHeader(first)).toMatchObject({
      alg: "dir",
      enc: "A256GCM",
      typ: "rota-session+jwe",
    });
  });

  test("opens by any secret of the list, and is sealed by the first", async () => {
    const before = await seal("session", PAYLOAD, [OLD]);
    expect(await unseal("session", before, [NEW, OLD])).toEqual(PAYLOAD);
    const after = await seal("session", PAYLOAD, [NEW, OLD]);
    expect(await unseal("session", after, [NEW])).toEqual(PAYLOAD);
    expect(await unseal("session", after, [OLD])).toBeUndefined();
  });

  test("opens for its own purpose alone", async () => {
    const text = await seal("session", PAYLOAD, [NEW]);
    expect(await unseal("embed-session", text, [NEW])).toBeUndefined();
    expect(await unseal("sign-in-attempt", text, [NEW])).toBeUndefined();
  });
});

describe("refused without an error", () => {
  test("a value with any character changed", async () => {
    const text = await seal("session", PAYLOAD, [NEW]);
    const [header = "", , iv = "", cipher = "", tag = ""] = text.split(".");
    const flip = (part: string) => `${part.startsWith("A") ? "B" : "A"}${part.slice(1)}`;
    const changed = [
      [flip(header), "", iv, cipher, tag],
      [header, "AAAA", iv, cipher, tag],
      [header, "", flip(iv), cipher, tag],
      [header, "", iv, flip(cipher), tag],
      [header, "", iv, cipher, flip(tag)],
    ].map((parts) => parts.join("."));
    const opened = await Promise.all(changed.map((one) => unseal("session", one, [NEW])));
    expect(opened).toEqual(changed.map(() => undefined));
  });

  test.each(["", ".", "....", "a.b.c", "a.b.c.d.e", "x".repeat(100_000), "\u0000"])("%j", async (text) => {
    expect(await unseal("session", text, [NEW])).toBeUndefined();
  });

  test("a key of the attacker's own under the kid of ours", async () => {
    const { kid = "" } = decodeProtectedHeader(await seal("session", PAYLOAD, [NEW]));
    const forged = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(PAYLOAD)))
      .setProtectedHeader({ alg: "dir", enc: "A256GCM", typ: "rota-session+jwe", kid })
      .encrypt(new Uint8Array(32));
    expect(await unseal("session", forged, [NEW])).toBeUndefined();
  });
});

test("without a secret nothing can be sealed", async () => {
  await expect(seal("session", PAYLOAD, [])).rejects.toThrowError("no secret");
});
