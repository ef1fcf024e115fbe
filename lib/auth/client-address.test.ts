import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAddress, networkOf } from "./client-address.ts";

const from = (...values: readonly string[]) => {
  const headers = new Headers();
  for (const value of values) headers.append("X-Forwarded-For", value);
  return headers;
};

describe("the address of a client", () => {
  test.each([
    // Nobody is believed.
    [0, ["192.0.2.1"], null],
    // One proxy of ours: its own entry is the last.
    [1, ["192.0.2.1"], "192.0.2.1"],
    [1, ["198.51.100.9, 192.0.2.1"], "192.0.2.1"],
    [1, ["198.51.100.9", "192.0.2.1"], "192.0.2.1"],
    [2, ["203.0.113.7,198.51.100.9 ,192.0.2.1"], "198.51.100.9"],
    [2, ["203.0.113.7", "198.51.100.9, 192.0.2.1"], "198.51.100.9"],
    // Whoever came past the proxies is nobody we know.
    [2, ["192.0.2.1"], null],
    [1, [], null],
    [1, [""], null],
    [1, ["192.0.2.1,"], null],
    // Forms.
    [1, ["192.0.2.1:4711"], "192.0.2.1"],
    [1, ["[2001:DB8::1]:4711"], "2001:db8::1"],
    [1, ["[2001:db8::1]"], "2001:db8::1"],
    [1, ["2001:db8::1"], "2001:db8::1"],
    [1, ["::ffff:192.0.2.1"], "192.0.2.1"],
    // Garbage is unknown, and never a key of its own.
    [1, ["unknown"], null],
    [1, ["_hidden"], null],
    [1, ["192.0.2.256"], null],
    [1, ["192.0.2.1 evil"], null],
    [1, ["fe80::1%eth0"], null],
    [1, ['for="192.0.2.1"'], null],
    [1, ["<script>"], null],
    [1, ["1".repeat(10_000)], null],
  ])("%i proxies, %j: %s", (hops, values, expected) => {
    expect(clientAddress(from(...values), hops)).toBe(expected);
  });

  test("nothing that a client writes to the left changes it", () => {
    const written = fc.stringMatching(/^[\x21-\x7e ,]*$/);
    fc.assert(
      fc.property(written, fc.ipV4(), (text, address) => {
        expect(clientAddress(from(`${text}, ${address}`), 1)).toBe(address);
      }),
    );
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["::", "0:0:0:0"],
  ["2001:0db8:0001:0002::", "2001:db8:1:2"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
