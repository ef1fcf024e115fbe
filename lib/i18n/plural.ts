/** `1 rule`, `3 rules`: an English count with its noun. */
export const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
