import { expect, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { countRest, type GridRows, listRows, type NamedGroup } from "./grid-items.ts";

const group = (id: string, ids: readonly string[], size = ids.length): NamedGroup => ({
  id,
  key: id,
  label: id,
  summary: "",
  agents: ids.map((one) => ({ agent: agent(one), onShift: false, exception: null })),
  size,
  onShift: 0,
  online: 0,
});
const SIZES = { agent: 44, group: 28 };
const list = (of: readonly NamedGroup[], folded: readonly string[], heads: boolean) =>
  listRows(of, new Set(folded), heads, SIZES);
const itemsOf = (rows: GridRows) =>
  Array.from({ length: rows.places.count }, (_, index) => rows.at(index)).filter(
    (item) => item !== undefined,
  );
const shape = (rows: GridRows) =>
  itemsOf(rows).map((item) => (item.kind === "group" ? `[${item.group.id}]` : item.selected.agent.id));

const groups = [group("English", ["a", "b"]), group("Billing", ["b"])];

test("each group stands under its head", () => {
  expect(shape(list(groups, [], true))).toEqual(["[English]", "a", "b", "[Billing]", "b"]);
});

test("an agent with two skills has two rows with keys of their own", () => {
  const keys = itemsOf(list(groups, [], true)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a folded group keeps its head alone", () => {
  expect(shape(list(groups, ["English"], true))).toEqual(["[English]", "[Billing]", "b"]);
});

test("without heads nothing is folded away", () => {
  expect(shape(list([group("", ["a", "b"])], [""], false))).toEqual(["a", "b"]);
});

const cut = [group("English", ["a", "b"]), group("Billing", ["b"], 5), group("Refunds", [], 7)];

test("the list ends where agents have not arrived, and the rest is counted", () => {
  expect(shape(list(cut, [], true))).toEqual(["[English]", "a", "b", "[Billing]", "b"]);
  expect(countRest(cut, new Set(), true)).toEqual({ heads: 1, agents: 11 });
  expect(countRest(cut, new Set(), false)).toEqual({ heads: 0, agents: 11 });
});

test("a folded group has nobody to wait for", () => {
  expect(shape(list(cut, ["Billing"], true)).at(-1)).toBe("[Refunds]");
  expect(countRest(cut, new Set(["Billing"]), true)).toEqual({ heads: 0, agents: 7 });
  expect(countRest(cut, new Set(["Billing", "Refunds"]), true)).toEqual({ heads: 0, agents: 0 });
});

test("nothing follows where all have arrived", () => {
  expect(countRest(groups, new Set(), true)).toEqual({ heads: 0, agents: 0 });
});

test.each([
  [[], true],
  [["English"], true],
  [[], false],
] as const)(
  "a row is found by its key, and stands as high as its kind (folded %j, heads %j)",
  (folded, heads) => {
    const rows = list(groups, folded, heads);
    let top = 0;
    for (let index = 0; index < rows.places.count; index++) {
      const item = rows.at(index);
      expect(rows.indexOf(item?.key ?? "")).toBe(index);
      expect(rows.keyAt(index)).toBe(item?.key);
      expect([rows.places.top(index), rows.places.height(index)]).toEqual([
        top,
        item?.kind === "group" ? 28 : 44,
      ]);
      top += rows.places.height(index);
    }
    expect(rows.places.totalHeight).toBe(top);
  },
);

test("what is not there is nowhere", () => {
  const rows = list(groups, ["English"], true);
  const hidden = list(groups, [], true).keyAt(1) ?? "";
  expect([rows.indexOf(hidden), rows.indexOf("nobody")]).toEqual([-1, -1]);
  expect([rows.at(-1), rows.at(3)]).toEqual([undefined, undefined]);
});

test("a group called like another's key does not take its place", () => {
  const rows = list([group("group", ["a"]), group("a", ["group"])], [], true);
  const keys = itemsOf(rows).map(({ key }) => key);
  expect(keys.map((key) => rows.indexOf(key))).toEqual([0, 1, 2, 3]);
});
