import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  NO_PREFERENCES,
  type Preferences,
  preferencesCookie,
  readPreferences,
  writePreferences,
} from "./preferences.ts";
import { DENSITIES, LOCALES, THEMES } from "./view.ts";

const preferences: fc.Arbitrary<Preferences> = fc.record({
  lang: fc.constantFrom(...LOCALES, null),
  theme: fc.constantFrom(...THEMES, null),
  density: fc.constantFrom(...DENSITIES, null),
  start: fc.constantFrom("mon", "sun", null),
});

describe("the preference cookie", () => {
  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(preferences, (given) => {
        expect(readPreferences(writePreferences(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ["", NO_PREFERENCES],
    [undefined, NO_PREFERENCES],
    [null, NO_PREFERENCES],
    ["lang=zh&theme=dark", { ...NO_PREFERENCES, lang: "zh", theme: "dark" }],
    ["lang=fr&theme=dark", { ...NO_PREFERENCES, theme: "dark" }],
    ["start=sun&unheard=of", { ...NO_PREFERENCES, start: "sun" }],
    ["density=cosy;lang=zh", NO_PREFERENCES],
    ["%%%=&&==", NO_PREFERENCES],
  ])("reads %j", (text, expected) => {
    expect(readPreferences(text)).toEqual(expected);
  });

  it("never throws, whatever a browser sends", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readPreferences(text)));
  });

  it("never lets a value break out into cookie attributes", () => {
    fc.assert(
      fc.property(preferences, (given) => {
        expect(writePreferences(given)).toMatch(/^[a-z=&]*$/);
      }),
    );
  });

  it("belongs to the whole product and nothing beside it", () => {
    const dark = { ...NO_PREFERENCES, theme: "dark" } as const;
    expect(preferencesCookie(dark, "", false)).toBe(
      "rota_prefs=theme=dark; Path=/; Max-Age=31536000; SameSite=Lax",
    );
    expect(preferencesCookie(dark, "/rota", true)).toBe(
      "rota_prefs=theme=dark; Path=/rota; Max-Age=31536000; SameSite=Lax; Secure",
    );
  });
});
