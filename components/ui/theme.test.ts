import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Holds app/globals.css to the contrast that it promises: WCAG 2.2, 4.5 for text and 3 for marks. */

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@variant dark {");

function coloursOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}
const THEMES = { light: coloursOf(lightCss), dark: coloursOf(darkCss) };

/** Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: ReadonlyMap<string, string>, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = theme.get(name);
    if (hex === undefined) throw new Error(`no colour ${name}`);
    return luminance(hex);
  });
  const [low = 0, high = 0] = [a ?? 0, b ?? 0].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: readonly (readonly [text: string, ground: string])[] = [
  ...["canvas", "surface", "sunken", "raised", "weekend", "today"].flatMap(
    (ground) =>
      [
        ["ink", ground],
        ["ink-2", ground],
        ["ink-3", ground],
      ] as const,
  ),
  ["on-accent", "accent"],
  ["accent-ink", "accent-soft"],
  ["accent-ink", "surface"],
  ["accent-ink", "today"],
  ["on-online", "online-solid"],
  ["online-ink", "today"],
  ["away-ink", "away-soft"],
  ["away-ink", "away-stripe"],
  ["off-ink", "off-soft"],
  ["danger-ink", "danger-soft"],
  ["danger-ink", "danger-stripe"],
  ["on-now", "now"],
  ["bar-ink", "bar"],
  ["fall-ink", "fall-soft"],
  ["ink-2", "accent-soft"],
  ["ink-2", "away-soft"],
  ["ink-2", "danger-soft"],
  ...["c1", "c2", "c3", "c4", "c5"].map((level) => [`${level}-ink`, level] as const),
  ...["1", "2", "3", "4", "5", "6"].map((tint) => [`avatar-${tint}-ink`, `avatar-${tint}`] as const),
];

const MARKS: readonly (readonly [mark: string, ground: string])[] = [
  ["control", "surface"],
  ["control", "sunken"],
  ["accent", "surface"],
  ["accent", "canvas"],
  ["online", "surface"],
  ["online-solid", "today"],
  ["away", "today"],
  ["off", "today"],
  ["unknown", "surface"],
  ["danger", "danger-soft"],
  ["now", "today"],
  ["bar-line", "today"],
  ["fall", "fall-soft"],
];

describe.each(["light", "dark"] as const)("the %s theme", (name) => {
  const theme = THEMES[name];

  it.each(TEXT)("prints %s on %s at 4.5 : 1 or better", (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)("draws %s on %s at 3 : 1 or better", (mark, ground) => {
    expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

it("gives every colour in both themes", () => {
  expect([...THEMES.dark.keys()]).toEqual([...THEMES.light.keys()]);
  expect(THEMES.light.size).toBeGreaterThan(60);
});
