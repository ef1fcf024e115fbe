import { expect, test } from "vitest";
import { isOwnOrigin } from "./own-origin.ts";

test.each([
  [null, "https://rota.example.com", true],
  ["https://rota.example.com", "https://rota.example.com", true],
  ["https://portal.example.com", "https://portal.example.com/rota", true],
  ["https://evil.example", "https://rota.example.com", false],
  ["http://rota.example.com", "https://rota.example.com", false],
  ["https://rota.example.com:8443", "https://rota.example.com", false],
  ["https://rota.example.com.evil.example", "https://rota.example.com", false],
  ["null", "https://rota.example.com", false],
  ["", "https://rota.example.com", false],
  ["http://localhost:3000", "http://127.0.0.1:3000", true],
  ["http://[::1]:3000", "http://127.0.0.1:3000", true],
  ["http://localhost:3001", "http://127.0.0.1:3000", false],
  ["http://localhost:3000", "https://rota.example.com", false],
])("a page of %s at %s: %s", (origin, appUrl, expected) => {
  expect(isOwnOrigin(origin, appUrl)).toBe(expected);
});
