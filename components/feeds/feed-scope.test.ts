import { describe, expect, it } from "vitest";
import { newFeedSchema } from "#lib/contract/feeds.ts";
import { type Feed, type FeedScope, nameScope, requestFor, scopeChoices, scopeOf } from "./feed-scope.ts";

const agent = (id: string, department: string | null, status: "online" | "removed" = "online") => ({
  id,
  name: id.toUpperCase(),
  avatarUrl: null,
  email: null,
  department,
  company: null,
  status,
  statusSince: null,
  skillIds: [],
  week: [],
  notes: [],
  sortKey: id,
  searchKeys: "",
});
const ROSTER = {
  agents: [
    agent("ann", "Support"),
    agent("bo", "Sales"),
    agent("cy", "Support", "removed"),
    agent("di", null),
  ],
  skills: [{ id: "en", name: "English", isDefault: false }],
};
const feed = (scope: Partial<Feed>): Feed => ({
  id: "1",
  desk: "main",
  agent: null,
  skill: null,
  department: null,
  createdAt: "2026-11-19T09:20:00.000Z",
  createdBy: null,
  ...scope,
});

describe("what can be subscribed to", () => {
  it.each([
    ["agent", ["ann ANN", "bo BO", "di DI"]],
    ["skill", ["en English"]],
    ["department", ["Support Support", "Sales Sales"]],
  ] as const)("of kind %s", (kind, choices) => {
    expect(scopeChoices(kind, ROSTER).map(({ value, label }) => `${value} ${label}`)).toEqual(choices);
  });
});

describe("a subscription's scope", () => {
  it.each<[Partial<Feed>, FeedScope, string]>([
    [{ agent: "ann" }, { kind: "agent", value: "ann" }, "ANN"],
    [{ skill: "en" }, { kind: "skill", value: "en" }, "English"],
    [{ department: "Sales" }, { kind: "department", value: "Sales" }, "Sales"],
    // Whoever left is told by what is known of them.
    [{ agent: "gone" }, { kind: "agent", value: "gone" }, "gone"],
  ])("of %j is read, named, and asked for again", (given, scope, name) => {
    expect(scopeOf(feed(given))).toEqual(scope);
    expect(nameScope(scope, ROSTER)).toBe(name);
    const request = requestFor(scope, "main");
    expect(newFeedSchema.parse(request)).toEqual({ desk: "main", ...given });
  });
});
