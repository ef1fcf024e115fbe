import type { zh } from "./zh.ts";

/** What a catalogue holds: the keys of zh.ts, texts as any text, functions with the same arguments. */
export type Words = typeof zh;
