import { ROW_SIZES, type RowSizes } from "./geometry.ts";

/** How the board is laid out in a given width (design tokens, sections 3 and 5). */
export interface BoardLayout {
  /** `list` is the phone's list by day. */
  readonly kind: "grid" | "list";
  readonly nameWidthPx: number;
  readonly dayWidthPx: number;
  readonly badges: number;
  readonly compact: boolean;
  /** The days do not all fit beside the names. */
  readonly isWide: boolean;
  readonly sizes: RowSizes;
}

const NARROWEST_DAY_PX = 64;
/** The grid's scroll bar takes some of the width; days are measured without it. */
const SCROLLBAR_PX = 15;

/** Width in px that the server draws for; the style sheet (`.board-unmeasured`) fits what it draws to the window. */
export const ASSUMED_WIDTH_PX = 1440;

/** The container's width decides, not the window's, so that a frame is laid out like a small window. */
export function layoutFor(widthPx: number, density: "compact" | "cosy"): BoardLayout {
  const compact = density === "compact";
  const nameWidthPx = compact && widthPx < 1280 ? 148 : nameWidth(widthPx);
  // Below 768 px three days fill the screen and the rest of the week is a swipe away.
  const daysInView = widthPx < 768 ? 3 : 7;
  const dayWidthPx = Math.max(NARROWEST_DAY_PX, (widthPx - SCROLLBAR_PX - nameWidthPx) / daysInView);
  return {
    kind: widthPx < 480 ? "list" : "grid",
    nameWidthPx,
    dayWidthPx,
    badges: widthPx < 1024 ? 1 : 2,
    compact,
    isWide: nameWidthPx + dayWidthPx * 7 > widthPx,
    sizes: ROW_SIZES[density],
  };
}

function nameWidth(widthPx: number): number {
  if (widthPx >= 1280) return 248;
  if (widthPx >= 1024) return 208;
  return widthPx >= 768 ? 176 : 148;
}
