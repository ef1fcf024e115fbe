/** How the map is laid out in a given width (design tokens, sections 3 and 5). */
export interface CoverageLayout {
  /** `day`: a phone shows one day at a time. */
  readonly kind: "week" | "day";
  readonly nameWidthPx: number;
  readonly dayWidthPx: number;
}

const NARROWEST_DAY_PX = 64;

/** The container's width decides, not the window's. Below 640 px three days fill it, and the rest is a swipe away. */
export function coverageLayout(widthPx: number): CoverageLayout {
  const nameWidthPx = widthPx < 480 ? 116 : 160;
  const daysInView = widthPx < 480 ? 1 : widthPx < 640 ? 3 : 7;
  const dayWidthPx = Math.max(NARROWEST_DAY_PX, (widthPx - nameWidthPx) / daysInView);
  return { kind: widthPx < 480 ? "day" : "week", nameWidthPx, dayWidthPx };
}
