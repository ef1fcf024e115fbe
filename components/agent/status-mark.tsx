import type { ReactNode } from "react";
import type { Status } from "#lib/schedule/types.ts";

/**
 * The five marks of design tokens, section 2: told apart by shape alone, so that colour is never the only
 * sign. Decorative: the status word always stands beside it, on screen or for screen readers.
 */
const SHAPES: Readonly<Record<Status, ReactNode>> = {
  online: (
    <>
      <circle cx="6" cy="6" r="6" className="fill-online" />
      <path d="M3.2 6.2 5.2 8.1 8.9 4.2" className="stroke-on-online" fill="none" strokeWidth="1.6" />
    </>
  ),
  offline: (
    <>
      <circle cx="6" cy="6" r="5" className="fill-surface stroke-away" strokeWidth="1.8" />
      <path d="M6 1a5 5 0 0 1 0 10Z" className="fill-away" />
    </>
  ),
  off_duty: <circle cx="6" cy="6" r="4.9" className="fill-surface stroke-off" strokeWidth="2" />,
  removed: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.9"
        className="fill-surface stroke-off"
        strokeWidth="1.6"
        strokeDasharray="2.4 1.6"
      />
      <path d="M2.6 9.4 9.4 2.6" className="stroke-off" strokeWidth="1.6" />
    </>
  ),
  unknown: (
    <circle
      cx="6"
      cy="6"
      r="4.9"
      className="fill-surface stroke-unknown"
      strokeWidth="2"
      strokeDasharray="0.2 3.65"
    />
  ),
};

export function StatusMark({
  status,
  size = 12,
  className = "shrink-0",
}: {
  readonly status: Status;
  readonly size?: number | `${number}em`;
  readonly className?: string;
}) {
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      aria-hidden="true"
    >
      {SHAPES[status]}
    </svg>
  );
}
