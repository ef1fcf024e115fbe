import { describe, expect, it } from "vitest";
import { type KeyPress, shortcutOf } from "./shortcut.ts";

function press(
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "altGraph", true>> = {},
): KeyPress {
  return {
    key,
    ctrlKey: held.ctrlKey ?? false,
    metaKey: held.metaKey ?? false,
    altKey: held.altKey ?? false,
    isComposing: false,
    defaultPrevented: false,
    getModifierState: () => held.altGraph ?? false,
  };
}

describe("shortcutOf", () => {
  it.each([
    ["[", "["],
    ["]", "]"],
    ["/", "/"],
    ["?", "?"],
    ["【", "["],
    ["】", "]"],
    ["、", "/"],
    ["？", "?"],
    ["a", null],
    ["Enter", null],
    ["", null],
    ["constructor", null],
  ])("takes %j as %j", (key, expected) => {
    expect(shortcutOf(press(key))).toBe(expected);
  });

  it.each(["ctrlKey", "metaKey", "altKey"] as const)("leaves a press with %s to the browser", (held) => {
    expect(shortcutOf(press("[", { [held]: true }))).toBeNull();
  });

  it("takes a bracket that a German keyboard types with AltGr, which looks like Ctrl and Alt", () => {
    expect(shortcutOf(press("[", { ctrlKey: true, altKey: true, altGraph: true }))).toBe("[");
  });

  it("leaves half a Chinese word and a press that somebody else took alone", () => {
    expect(shortcutOf({ ...press("/"), isComposing: true })).toBeNull();
    expect(shortcutOf({ ...press("/"), defaultPrevented: true })).toBeNull();
  });
});
