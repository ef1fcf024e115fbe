import * as z from "zod/mini";
import { coverageSchema } from "./coverage-schema.ts";

/** Where editors and other tools find the JSON Schema; the product serves it too. */
export const COVERAGE_DOCUMENT = "public/coverage.schema.json";

/** The JSON Schema of `COVERAGE_FILE` as a text. What spans fields or needs a calendar is judged at start alone. */
export function describeCoverage(): string {
  const { $schema, ...schema } = z.toJSONSchema(coverageSchema, { io: "input" });
  const title = "Helpdesk Rota: opening hours, minimums, holidays, workdays and leave (COVERAGE_FILE)";
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
