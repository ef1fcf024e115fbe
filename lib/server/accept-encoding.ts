/** What we pack answers with, best first. */
export const PACKINGS = ["br", "gzip"] as const;
export type Packing = (typeof PACKINGS)[number];

/**
 * The best packing that `Accept-Encoding` allows (RFC 9110, section 12.5.3); null: as it is. What the caller weighs
 * lower is still taken while it is not refused: ours is compressed already, so the smallest costs nothing more.
 */
export function choosePacking(acceptEncoding: string | null | undefined): Packing | null {
  if (!acceptEncoding) return null;
  const weights = new Map(acceptEncoding.split(",").map(readItem));
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get("*") ?? 0;
  return PACKINGS.find((packing) => weightOf(packing) > 0) ?? null;
}

function readItem(item: string): readonly [coding: string, weight: number] {
  const [coding = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return [coding, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
}
