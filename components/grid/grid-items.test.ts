import { expect, test } from "vitest";
import { agent } from "#lib/schedule/testing/agents.ts";
import { countRest, listItems, type NamedGroup } from "./grid-items.ts";

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
const shape = (items: ReturnType<typeof listItems>) =>
  items.map((item) => (item.kind === "group" ? `[${item.group.id}]` : item.selected.agent.id));

const groups = [group("English", ["a", "b"]), group("Billing", ["b"])];

test("each group stands under its head", () => {
  expect(shape(listItems(groups, new Set(), true))).toEqual(["[English]", "a", "b", "[Billing]", "b"]);
});

test("an agent with two skills has two rows with keys of their own", () => {
  const keys = listItems(groups, new Set(), true).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a folded group keeps its head alone", () => {
  expect(shape(listItems(groups, new Set(["English"]), true))).toEqual(["[English]", "[Billing]", "b"]);
});

test("without heads nothing is folded away", () => {
  expect(shape(listItems([group("", ["a", "b"])], new Set([""]), false))).toEqual(["a", "b"]);
});

const cut = [group("English", ["a", "b"]), group("Billing", ["b"], 5), group("Refunds", [], 7)];

test("the list ends where agents have not arrived, and the rest is counted", () => {
  expect(shape(listItems(cut, new Set(), true))).toEqual(["[English]", "a", "b", "[Billing]", "b"]);
  expect(countRest(cut, new Set(), true)).toEqual({ heads: 1, agents: 11 });
  expect(countRest(cut, new Set(), false)).toEqual({ heads: 0, agents: 11 });
});

test("a folded group has nobody to wait for", () => {
  expect(shape(listItems(cut, new Set(["Billing"]), true)).at(-1)).toBe("[Refunds]");
  expect(countRest(cut, new Set(["Billing"]), true)).toEqual({ heads: 0, agents: 7 });
  expect(countRest(cut, new Set(["Billing", "Refunds"]), true)).toEqual({ heads: 0, agents: 0 });
});

test("nothing follows where all have arrived", () => {
  expect(countRest(groups, new Set(), true)).toEqual({ heads: 0, agents: 0 });
});
