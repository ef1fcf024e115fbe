/** Chance that comes out the same every time: the sample is a function of its seed and the clock. */

/** Mixes any numbers into a fraction `[0, 1)`; equal numbers always give the same one. */
export function fractionOf(...parts: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0) / 2 ** 32;
}

/** The item of a list at `index`, counted round and round. */
export function cycle<T>(items: readonly [T, ...T[]], index: number): T {
  return items[index % items.length] ?? items[0];
}

/** One item, chosen by `fraction` in `[0, 1)`. */
export function pick<T>(items: readonly [T, ...T[]], fraction: number): T {
  return items[Math.floor(fraction * items.length)] ?? items[0];
}

/** `length` hexadecimal digits. */
export function hexOf(length: number, ...parts: readonly number[]): string {
  let text = "";
  for (let i = 0; text.length < length; i++) {
    text += Math.floor(fractionOf(...parts, i) * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  }
  return text.slice(0, length);
}
