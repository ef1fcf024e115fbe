import { describe, expect, it } from "vitest";
import { choice } from "#lib/contract/param.ts";
import { readAddress, readParam } from "./read-address.ts";

const search = (query: string) => new URLSearchParams(query);

describe("readAddress", () => {
  it("reads a view, and refuses what no page would take at its word", () => {
    expect(readAddress(search("q=li&x=1")).q).toBe("li");
    expect(() => readAddress(search("week=soon&sort=taste"))).toThrow("Unusable value: week, sort.");
  });
});

describe("readParam", () => {
  const size = choice(["small", "large"], null);

  it.each([
    ["", null],
    ["size=", null],
    ["size=large&size=small", "large"],
    ["size=huge&size=small", "small"],
  ])("%j is %j", (query, value) => {
    expect(readParam(search(query), "size", size)).toBe(value);
  });

  it("refuses a value that is never usable", () => {
    expect(() => readParam(search("size=huge&size=tiny"), "size", size)).toThrow("Unusable value: size.");
  });
});
