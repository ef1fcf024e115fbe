/** Joins class names; what is false, null or "" is left out. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** A layer that floats above the page: popovers, menus, hover cards. It appears from 4 px below in 120 ms. */
export const FLOATING =
  "rounded-card border border-line-strong bg-raised text-body text-ink shadow-float outline-none transition-[opacity,translate] duration-120 ease-float data-starting-style:translate-y-1 data-starting-style:opacity-0 data-ending-style:translate-y-1 data-ending-style:opacity-0";

/** One line of a menu or list; Base UI marks the one that the keys or the pointer are on. */
export const LIST_ITEM =
  "flex min-h-8 w-full select-none items-center gap-2 rounded-control px-2 py-1 text-left text-body text-ink outline-none data-highlighted:bg-sunken data-disabled:text-ink-3";

export type ButtonLook = "primary" | "outline" | "field" | "picked" | "quiet" | "link";

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: "bg-accent px-3 font-medium text-on-accent hover:brightness-110",
  outline: "border border-line-strong bg-surface px-3 font-medium text-ink hover:bg-sunken",
  // A filter: what it holds narrows the page, so it is edged like an input.
  field: "border border-control bg-surface px-3 text-ink hover:bg-sunken",
  quiet: "px-2 text-ink-2 hover:bg-sunken hover:text-ink",
  link: "px-1 text-accent-ink hover:underline",
  picked: "border border-accent bg-accent-soft px-3 font-medium text-accent-ink hover:brightness-95",
};

/** The classes of a button, also for the triggers of Base UI and for links that look like one. */
export function buttonClass(look: ButtonLook, more?: string): string {
  return cx(
    "inline-flex h-control shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control text-body transition-colors disabled:opacity-50",
    LOOKS[look],
    more,
  );
}
