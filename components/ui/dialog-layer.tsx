"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { buttonClass, cx } from "./class-names.ts";
import type { DialogProps } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

const SHAPES = {
  centre:
    "top-1/2 left-1/2 w-120 max-w-[calc(100vw-2rem)] -translate-1/2 rounded-card data-ending-style:opacity-0 data-starting-style:opacity-0",
  sheet:
    "inset-x-0 bottom-0 rounded-t-card pb-[max(1rem,env(safe-area-inset-bottom))] data-ending-style:translate-y-full data-starting-style:translate-y-full",
} as const;

/** The window of a `Dialog`. */
export function DialogLayer(props: DialogProps) {
  const { title, closeLabel, open, onOpenChange, shape = "centre", initialFocus, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(initialFocus === undefined ? {} : { initialFocus })}
          className={cx(
            "fixed z-40 flex max-h-[calc(100dvh-2rem)] flex-col border border-line-strong bg-raised text-ink shadow-float outline-none transition-[opacity,translate] duration-120 ease-float",
            SHAPES[shape],
          )}
        >
          <div className="flex items-center justify-between gap-4 py-2 pr-2 pl-4">
            <Base.Title className="text-title">{title}</Base.Title>
            <Base.Close aria-label={closeLabel} className={buttonClass("quiet")}>
              <Icon name="close" />
            </Base.Close>
          </div>
          <div className="overflow-y-auto px-4 pb-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
