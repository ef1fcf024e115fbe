import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formsOf } from "./secret-forms.ts";

const SECRET = 'p@ss wörd/+"\\é#1';

describe("a secret is known", () => {
  test.each([
    ["as it is", SECRET],
    ["as JSON", JSON.stringify({ password: SECRET })],
    ["as JSON within JSON", JSON.stringify(JSON.stringify({ password: SECRET }))],
    ["in an address", `postgresql://rota:${encodeURIComponent(SECRET)}@db/rota`],
    [
      "with small codes",
      `rota:${encodeURIComponent(SECRET).replaceAll(/%../g, (code) => code.toLowerCase())}@`,
    ],
    ["in a form", new URLSearchParams({ client_secret: SECRET, grant: "x" }).toString()],
    ["in Basic", `Basic ${Buffer.from(`rota:${SECRET}`).toString("base64")}`],
    ["in a JWT's part", Buffer.from(`{"k":"${SECRET}"}`).toString("base64url")],
  ])("%s", (_how, text) => {
    expect(formsOf(SECRET).some((form) => text.includes(form))).toBe(true);
  });

  test("as base64 wherever it stands in a longer text", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: "binary" }),
        fc.string(),
        fc.string(),
        fc.constantFrom<BufferEncoding>("base64", "base64url"),
        (secret, before, after, alphabet) => {
          const text = Buffer.from(before + secret + after).toString(alphabet);
          expect(formsOf(secret).some((form) => text.includes(form))).toBe(true);
        },
      ),
    );
  });
});

test("nothing is no secret, and what is short is not looked for as base64", () => {
  expect(formsOf("")).toEqual([]);
  expect(formsOf("rota")).toEqual(["rota"]);
});
