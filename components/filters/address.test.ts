import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseView, type View } from "#lib/contract/view.ts";
import { basePathOf, patchSearch } from "./address.ts";

describe("patchSearch", () => {
  it.each<[string, Partial<View>, string]>([
    ["", {}, ""],
    ["", { q: "li" }, "?q=li"],
    ["?q=li", { q: "" }, ""],
    ["?q=li&q=na", { q: "wang" }, "?q=wang"],
    ["?ref=mail&q=li", { on: true }, "?ref=mail&q=li&on=1"],
    ["?week=nonsense", { on: true }, "?week=nonsense&on=1"],
    ["?week=nonsense", { week: null }, ""],
    ["", { zone: "Asia/Shanghai" }, "?zone=Asia/Shanghai"],
    ["", { status: ["online", "offline"] }, "?status=online,offline"],
    ["?status=removed", { status: [] }, ""],
    ["", { department: ["R&D, west", "账单"] }, "?department=R%26D%5C,+west,%E8%B4%A6%E5%8D%95"],
    ["?group=none", { group: "department" }, ""],
  ])("%j with %j is %j", (search, patch, expected) => {
    expect(patchSearch(search, patch)).toBe(expected);
  });

  it("says exactly the new value, whatever stood there before", () => {
    const anyText = fc.string({ unit: "grapheme", maxLength: 12 });
    const before = fc.array(fc.tuple(fc.constantFrom("q", "skill", "department", "x"), anyText), {
      maxLength: 5,
    });
    const item = anyText.map((text) => text.trim()).filter((text) => text !== "");
    const skills = fc.uniqueArray(item, { maxLength: 4 });
    fc.assert(
      fc.property(before, skills, (entries, skill) => {
        const search = `?${new URLSearchParams(entries)}`;
        const after = new URLSearchParams(patchSearch(search, { skill }));
        expect(parseView(after).view.skill).toEqual(skill);
        expect(after.getAll("x")).toEqual(new URLSearchParams(search).getAll("x"));
        expect(after.getAll("q")).toEqual(new URLSearchParams(search).getAll("q"));
      }),
    );
  });
});

describe("basePathOf", () => {
  it.each([
    ["/", "/", ""],
    ["/coverage", "/coverage", ""],
    ["/rota", "/", "/rota"],
    ["/rota/", "/", "/rota"],
    ["/rota/coverage", "/coverage", "/rota"],
    ["/a/b/agents/ou_1", "/agents/ou_1", "/a/b"],
    ["/elsewhere", "/coverage", ""],
  ])("%s as %s lies under %j", (locationPath, routerPath, expected) => {
    expect(basePathOf(locationPath, routerPath)).toBe(expected);
  });
});
