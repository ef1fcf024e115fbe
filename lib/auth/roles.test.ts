import { describe, expect, test } from "vitest";
import { isAllowed } from "./allow-list.ts";
import { roleOf } from "./roles.ts";

const ADA = { id: "ou_ada", name: "root", email: "Ada@Corp.example", groups: ["it", "desk"] };

describe("a role", () => {
  test.each([
    [{ managers: [], admins: [] }, "viewer"],
    [{ managers: ["ou_ada"], admins: [] }, "manager"],
    [{ managers: ["ada@corp.example"], admins: [] }, "manager"],
    [{ managers: ["desk"], admins: ["it"] }, "admin"],
    [{ managers: ["ou_adam", "ada@corp", "IT", "OU_ADA"], admins: [] }, "viewer"],
    // A name that people choose for themselves is no id.
    [{ managers: [], admins: ["root"] }, "viewer"],
  ])("by %j: %s", (rules, role) => {
    expect(roleOf(ADA, rules)).toBe(role);
  });

  test("nobody is an admin by an email that is not known", () => {
    expect(roleOf({ ...ADA, email: null }, { managers: [], admins: ["ada@corp.example", "null"] })).toBe(
      "viewer",
    );
  });
});

describe("an allow-list", () => {
  const none = { ids: [], emailDomains: [], groups: [] };

  test.each([
    [none, true],
    [{ ...none, ids: ["ou_ada"] }, true],
    [{ ...none, ids: ["ou_eve"] }, false],
    [{ ...none, ids: ["ou_eve"], emailDomains: ["corp.example"] }, true],
    [{ ...none, emailDomains: ["example"] }, false],
    [{ ...none, groups: ["it"] }, true],
    [{ ...none, groups: ["i"] }, false],
  ])("%j: %s", (allow, expected) => {
    expect(isAllowed(ADA, allow)).toBe(expected);
  });

  test.each([
    ["a@corp.example", true],
    ["A@CORP.EXAMPLE", true],
    ["a@corp.example@evil.example", false],
    ["a@evil.example@corp.example", true],
    ["a@sub.corp.example", false],
    ["a@evilcorp.example", false],
    ["corp.example", false],
    ["@corp.example", false],
    [null, false],
  ])("the domain of %s is exact", (email, expected) => {
    expect(isAllowed({ ...ADA, email }, { ...none, emailDomains: ["corp.example"] })).toBe(expected);
  });
});
