"use client";
import { useEffect, useSyncExternalStore } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { progressStore } from "#components/ui/progress.ts";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { useErrandProgress } from "./use-errands.ts";

/** The one place that says what is running for long, how to leave it, and that it came to nothing. */
export function ProgressPlace() {
  const { progress, actions } = useWords();
  const { running, hasFailed } = useSyncExternalStore(
    progressStore.subscribe,
    progressStore.told,
    progressStore.onServer,
  );
  useErrandProgress();
  const leave = running?.leave ?? null;
  useLeaveOnEscape(leave);
  return (
    <>
      {/* Always there, so that what comes into it is read out. */}
      <div
        role="status"
        className={cx(
          "fixed bottom-10 left-4 z-50 flex max-w-[calc(100vw-2rem)] items-center gap-3 max-sm:bottom-18 print:hidden",
          running !== null &&
            "min-h-11 rounded-card border border-line-strong bg-raised px-4 py-1.5 shadow-float has-[button]:pr-2",
        )}
      >
        {running !== null && <ProgressLine text={running.text ?? progress.loading} />}
        {leave !== null && (
          // The focus stays where it was: this button is about to go.
          <Button look="quiet" onPointerDown={(event) => event.preventDefault()} onClick={leave}>
            {progress.leave}
            <span aria-hidden="true" className="max-md:hidden">
              <Kbd>Esc</Kbd>
            </span>
          </Button>
        )}
      </div>
      {hasFailed && (
        <Notice
          icon="alert"
          text={progress.failed}
          dismissLabel={actions.dismiss}
          onDismiss={progressStore.dismiss}
        />
      )}
    </>
  );
}

/** Whatever else uses the key hears it first and prevents its default: a layer, a card, the search, an input method. */
function useLeaveOnEscape(leave: (() => void) | null): void {
  useEffect(() => {
    if (leave === null) return;
    const onKeyDown = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
      if (key === "Escape" && !defaultPrevented && !isComposing) leave();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [leave]);
}
