/** The single keys of product.md, section 9, apart from the grid's own. */
export const SHORTCUT_KEYS = ["[", "]", "/", "?"] as const;
export type ShortcutKey = (typeof SHORTCUT_KEYS)[number];

/** What a Chinese input method types for the same keys. */
const SAME_KEY: ReadonlyMap<string, ShortcutKey> = new Map([
  ["【", "["],
  ["】", "]"],
  ["「", "["],
  ["」", "]"],
  ["、", "/"],
  ["／", "/"],
  ["？", "?"],
]);

/** What decides whether a press is a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  getModifierState(name: "AltGraph"): boolean;
}

/**
 * Which shortcut a press means; null for none. A press with Ctrl, Alt or Command belongs to the browser, unless
 * it is the AltGr with which some keyboards type a bracket.
 */
export function shortcutOf(press: KeyPress): ShortcutKey | null {
  if (press.isComposing || press.defaultPrevented) return null;
  const isModified = press.ctrlKey || press.metaKey || press.altKey;
  if (isModified && !press.getModifierState("AltGraph")) return null;
  return SHORTCUT_KEYS.find((key) => key === press.key) ?? SAME_KEY.get(press.key) ?? null;
}
