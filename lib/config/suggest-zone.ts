/**
 * The zones whose names come closest to a misspelt one, nearest first, at most two; none where
 * nothing is near. The last part counts as well as the whole: `Shanghai` finds `Asia/Shanghai`.
 */
export function suggestZone(text: string): readonly string[] {
  const wanted = normal(text).slice(0, 64);
  const ranked = Intl.supportedValuesOf("timeZone")
    .map((zone) => ({ zone, far: distanceTo(wanted, zone) }))
    .filter(({ far }) => far <= Math.max(2, Math.floor(wanted.length / 4)))
    .sort((a, b) => a.far - b.far);
  const nearest = ranked[0]?.far;
  return ranked
    .filter(({ far }) => far === nearest)
    .slice(0, 2)
    .map(({ zone }) => zone);
}

const normal = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

function distanceTo(wanted: string, zone: string): number {
  const whole = normal(zone);
  const place = whole.slice(whole.lastIndexOf("/") + 1);
  const wantedPlace = wanted.slice(wanted.lastIndexOf("/") + 1);
  return Math.min(editDistance(wanted, whole), wantedPlace === place ? 1 : editDistance(wanted, place));
}

/** Levenshtein: how many characters must be added, removed or changed. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
