import { expect, test } from "vitest";
import { choosePacking } from "./accept-encoding.ts";

test.each([
  [null, null],
  ["", null],
  ["identity", null],
  ["deflate", null],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP;Q=1.0", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br; q=0.1 , gzip ; q=1", "br"],
  ["gzip;q=0.0", null],
  ["gzip;q=nonsense", null],
  ["*", "br"],
  ["*;q=0", null],
  ["*;q=0, gzip", "gzip"],
  ["br;q=0, *", "gzip"],
  [",,;;q=,gzip", "gzip"],
])("%s: %s", (given, packing) => {
  expect(choosePacking(given)).toBe(packing);
});
