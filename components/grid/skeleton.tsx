"use client";
import { useWords } from "#components/filters/use-view.tsx";
import { Skeleton as Bone } from "#components/ui/skeleton.tsx";
import type { Week } from "#lib/schedule/types.ts";

const ROWS = 14;
/** Widths of the invented names, so that the rows do not look ruled. */
const NAME_WIDTHS = ["w-24", "w-16", "w-28", "w-20"] as const;
const BLOCK_LEFTS = ["left-[38%]", "left-[33%]", "left-[54%]", "left-[42%]"] as const;

/** The first load: rows of their true height and no numbers (design tokens, section 8). */
export function Skeleton({
  week,
  className = "",
}: {
  readonly week: Week | null;
  readonly className?: string;
}) {
  const words = useWords();
  return (
    <div className={`relative min-h-0 flex-1 overflow-hidden bg-surface ${className}`} aria-busy="true">
      <p role="status" className="sr-only">
        {words.states.loading}
      </p>
      <div className="h-19.5 border-b border-line-strong" />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={NAME_WIDTHS[row % 4] + String(row)} className="flex h-11 items-center border-b border-line">
          <div className="flex w-37 shrink-0 items-center gap-2.5 px-4 md:w-62">
            <Bone className="size-7 rounded-pill" />
            <Bone className={`h-3 rounded-chip ${NAME_WIDTHS[row % 4]}`} />
          </div>
          {(week?.days ?? []).map((day) => (
            <div key={day.date} className="relative h-full flex-1 border-l border-line">
              {day.weekday < 6 && (
                <Bone
                  className={`absolute top-1/2 h-5.5 w-[37%] -translate-y-1/2 rounded-bar ${BLOCK_LEFTS[row % 4]}`}
                />
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The whole board before its first roster: every bar has its true height, so that nothing jumps when it fills. */
export function BoardSkeleton({ week }: { readonly week: Week }) {
  return (
    <>
      <div className="h-strip shrink-0 border-b border-line-strong bg-surface max-sm:hidden" />
      <div className="h-filters shrink-0 border-b border-line-strong bg-canvas" />
      <Skeleton week={week} />
      <div className="h-legend shrink-0 border-t border-line-strong bg-surface max-sm:hidden" />
    </>
  );
}
