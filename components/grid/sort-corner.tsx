import type { ReactNode } from "react";
import { SortSelect } from "#components/filters/arrangement.tsx";

interface SortCornerProps {
  /** Null: as wide as the names' column, which the style sheet knows. */
  readonly widthPx: number | null;
  readonly heightPx: number;
  readonly children: ReactNode;
}

/**
 * The choice of the order, laid over the grid's sticky corner. It stands beside the grid in the document, since
 * a control inside would be a second tab stop there, and its arrow keys would be the grid's.
 */
export function SortCorner({ widthPx, heightPx, children }: SortCornerProps) {
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        className="pointer-events-none @container absolute top-0 left-0 z-6 flex items-center justify-end pr-4 pl-22 print:hidden *:pointer-events-auto *:shrink"
        style={{ width: widthPx ?? "var(--name-width)", height: heightPx }}
      >
        <SortSelect />
      </div>
      {children}
    </div>
  );
}
