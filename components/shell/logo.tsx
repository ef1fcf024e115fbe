/** The product's mark: three shifts, one after the other. Decorative: its name stands beside it. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0">
      <rect width="24" height="24" rx="7" className="fill-accent" />
      <g className="fill-on-accent">
        <rect x="5" y="6.5" width="8" height="3" rx="1.5" />
        <rect x="8" y="11" width="11" height="3" rx="1.5" opacity="0.8" />
        <rect x="9" y="15.5" width="6" height="3" rx="1.5" opacity="0.6" />
      </g>
    </svg>
  );
}
