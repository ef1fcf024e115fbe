interface SkeletonProps {
  /** Size and shape, such as `h-3 w-24 rounded-chip`. */
  readonly className: string;
}

/** A place where something will stand. Hidden from assistive tools: one live message says that it loads. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={`block animate-skeleton bg-line ${className}`} />;
}
