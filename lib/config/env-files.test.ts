import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { loadEnvironmentFiles } from "./env-files.ts";
import { environmentWith } from "./environment.ts";

const folder = mkdtempSync(join(tmpdir(), "rota-env-"));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("the environment wins, then .env.local, then .env; the other mode's files are not read", () => {
  for (const name of ["ROTA_A", "ROTA_B", "ROTA_C"]) vi.stubEnv(name, undefined);
  vi.stubEnv("ROTA_A", "environment");
  writeFileSync(join(folder, ".env"), "ROTA_A=env\nROTA_B=env\nROTA_C='env'\n");
  writeFileSync(join(folder, ".env.local"), "ROTA_A=local\nROTA_B=local\n");
  writeFileSync(join(folder, ".env.development"), "ROTA_C=development\n");
  loadEnvironmentFiles(folder, "production");
  expect(environmentWith({})).toMatchObject({ ROTA_A: "environment", ROTA_B: "local", ROTA_C: "env" });
});
