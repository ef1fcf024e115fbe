import "server-only";
import { readFileSync } from "node:fs";
import type { z } from "zod/mini";
import { type CoverageFile, coverageSchema } from "./coverage-schema.ts";
import { writePath } from "./json-field.ts";
import { bad, good, type Kind, type Reading } from "./kind.ts";

/** The path of a `COVERAGE_FILE`, read as what stands in it; each fault names the field, such as `minimum[2].from`. */
export const coverageFile: Kind<CoverageFile> = {
  form: "path of a JSON file",
  read: (path) => {
    const text = readText(path.trim());
    return "faults" in text ? text : readCoverage(text.value);
  },
};

/** The text of a coverage file. A fault quotes no value, but keys, which are part of the path. */
export function readCoverage(text: string): Reading<CoverageFile> {
  const json = readJson(text);
  if ("faults" in json) return json;
  const parsed = coverageSchema.safeParse(json.value);
  return parsed.success ? good(parsed.data) : bad(...parsed.error.issues.flatMap(faultsOfIssue));
}

function faultsOfIssue(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [sayFault(issue.path, issue.message)];
  return issue.keys.map((key) => sayFault([...issue.path, key], "is no field that is known here"));
}

function sayFault(path: readonly PropertyKey[], fault: string): string {
  const words = writePath(path).replace(/^\./, "");
  return words === "" ? fault : `${words}: ${fault}`;
}

function readText(path: string): Reading<string> {
  try {
    return good(readFileSync(path, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return bad(FILE_FAULTS[code] ?? "the file cannot be read");
  }
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "the file may not be read by this process",
  EISDIR: "is a folder, not a file",
};

/** JSON.parse's message quotes the text, so only the place is kept where it names one. Editors write a BOM. */
function readJson(text: string): Reading<unknown> {
  try {
    return good(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    const place = error instanceof Error ? /\(line \d+ column \d+\)/.exec(error.message)?.[0] : undefined;
    return bad(`is not valid JSON${place === undefined ? "" : ` ${place}`}`);
  }
}
