import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COVERAGE_DOCUMENT, describeCoverage } from "./coverage-document.ts";
import { describeAsEnvironment, describeAsTable } from "./describe.ts";
import { readSettings } from "./read-settings.ts";
import { SETTING_NAMES } from "./schema.ts";

describe("the settings in words", () => {
  test(".env.example is what the schema says (npm run settings writes it)", () => {
    expect(readFileSync(".env.example", "utf8")).toBe(describeAsEnvironment());
  });

  test("the README's table is what the schema says (npm run settings writes it)", () => {
    expect(readFileSync("README.md", "utf8")).toContain(describeAsTable());
  });

  test("the JSON Schema of COVERAGE_FILE is what its reading says (npm run settings writes it)", () => {
    expect(readFileSync(COVERAGE_DOCUMENT, "utf8")).toBe(describeCoverage());
  });

  test("every setting stands once in each", () => {
    for (const name of SETTING_NAMES) {
      expect(describeAsEnvironment().match(new RegExp(`^#${name}=`, "gm")), name).toHaveLength(1);
      expect(describeAsTable().match(new RegExp(`^\\| \`${name}\``, "gm")), name).toHaveLength(1);
    }
  });

  test("the example, with every line switched on, is the sample desk", () => {
    const lines = describeAsEnvironment().matchAll(/^#([A-Z_]+)=(.*)$/gm);
    const environment = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    expect(readSettings(environment)).toEqual(readSettings({}));
  });
});
