/** `--rounds`, from the command line. Throws where it is no positive integer: nothing would be measured, or it never ends. */
export function readRounds(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--rounds is a positive integer, and not "${text}".`);
  return Number(text);
}
