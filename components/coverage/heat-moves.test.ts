import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { cellAt, placeAfter } from "./heat-moves.ts";

const cells = (...edges: number[]) =>
  edges.slice(1).map((end, i) => ({ startAt: asInstant(edges[i] ?? 0), endAt: asInstant(end) }));
const ROWS = [cells(0, 10, 24), cells(0, 6, 12, 24), cells(0, 24), cells(0, 5, 24)];
const place = (row: number, at: number) => ({ row, at: asInstant(at) });

describe("a key in the map", () => {
  test.each([
    ["ArrowRight", false, place(0, 3), place(0, 10)],
    ["ArrowRight", false, place(0, 10), place(0, 10)],
    ["ArrowLeft", false, place(1, 20), place(1, 6)],
    ["ArrowLeft", false, place(1, 2), place(1, 0)],
    ["ArrowDown", false, place(0, 10), place(1, 10)],
    ["ArrowDown", false, place(3, 10), place(3, 10)],
    ["ArrowUp", false, place(0, 10), place(0, 10)],
    ["PageDown", false, place(0, 7), place(2, 7)],
    ["PageUp", false, place(3, 7), place(1, 7)],
    ["PageUp", false, place(1, 7), place(0, 7)],
    ["Home", false, place(1, 20), place(1, 0)],
    ["End", false, place(1, 0), place(1, 12)],
    ["Home", true, place(2, 20), place(0, 0)],
    ["End", true, place(0, 3), place(3, 10)],
  ])("%s (Ctrl: %s) from %j leads to %j", (key, ctrlKey, from, to) => {
    expect(placeAfter({ key, ctrlKey }, from, ROWS, 2)).toEqual(to);
  });

  test("any other key stays", () => {
    expect(placeAfter({ key: "a", ctrlKey: false }, place(0, 0), ROWS, 2)).toBeNull();
  });

  test("a place means the cell that holds its instant", () => {
    expect(cellAt(ROWS[1] ?? [], asInstant(11))?.startAt).toBe(6);
    expect(cellAt(ROWS[1] ?? [], asInstant(12))?.startAt).toBe(12);
    expect(cellAt(ROWS[1] ?? [], asInstant(99))?.startAt).toBe(12);
    expect(cellAt([], asInstant(1))).toBeUndefined();
  });
});
