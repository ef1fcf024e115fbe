/** `items` in slices of `size`, the last one shorter: what one turn of a long piece of work takes. */
export function* slicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
