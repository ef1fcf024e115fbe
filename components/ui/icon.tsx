import type { ReactNode } from "react";
import { LUCIDE_SHAPES } from "./icon-shapes.ts";

/** What Lucide does not have, in the design's own 16 px box. */
const OWN = {
  /** The next cliff: a line that steps down and goes on. */
  drop: <path d="M1.75 4.5h4.5v6.75h7.5m-2.5-2.5 2.5 2.5-2.5 2.5" />,
  /** Rows under a head. */
  group: <path d="M2.5 3.75h11M5 8h8.5M5 12.25h8.5" />,
  /** The coverage map: nine cells. */
  heat: (
    <path
      fill="currentColor"
      stroke="none"
      d="M2 2h3.4v3.4H2zm4.3 0h3.4v3.4H6.3zM10.6 2H14v3.4h-3.4zM2 6.3h3.4v3.4H2zm4.3 0h3.4v3.4H6.3zm4.3 0H14v3.4h-3.4zM2 10.6h3.4V14H2zm4.3 0h3.4V14H6.3zm4.3 0H14V14h-3.4z"
    />
  ),
  /** A single point: one, and no more. */
  one: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.75 6.25 8.25 5.25v5.5" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof LUCIDE_SHAPES | keyof typeof OWN;

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
}

const isOwn = (name: IconName): name is keyof typeof OWN => name in OWN;

/** A 16 px picture in the text's colour. Always decorative: the word or name stands beside it or on its button. */
export function Icon({ name, className = "" }: IconProps) {
  const own = isOwn(name);
  return (
    <svg
      aria-hidden="true"
      className={`size-4 shrink-0 ${className}`}
      viewBox={own ? "0 0 16 16" : "0 0 24 24"}
      fill="none"
      stroke="currentColor"
      // 1.5 px at 16 px, in either box.
      strokeWidth={own ? 1.5 : 2.25}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {own ? OWN[name] : <path d={LUCIDE_SHAPES[name]} />}
    </svg>
  );
}
