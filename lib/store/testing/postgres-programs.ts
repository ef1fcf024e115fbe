import { spawnSync } from "node:child_process";
import { accessSync, constants, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where PostgreSQL's server is found, and what is done where there is none. */

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs of an installed PostgreSQL; as root of a bare Debian machine they are installed first. */
export function findPostgres(): PostgresPrograms | null {
  return findInstalled() ?? (install() ? findInstalled() : null);
}

/** Where neither is to be had. */
export const MISSING =
  "No PostgreSQL: install its server (on Debian as root: apt-get install postgresql), or put initdb and postgres on the PATH.";

function findInstalled(): PostgresPrograms | null {
  const packaged = globSync("/usr/lib/postgresql/*/bin").sort(byVersion);
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...packaged];
  const found = folders.find((folder) =>
    ["initdb", "postgres"].every((name) => isProgram(join(folder, name))),
  );
  return found === undefined ? null : { initdb: join(found, "initdb"), postgres: join(found, "postgres") };
}

/** Newest first. */
const byVersion = (a: string, b: string) => b.localeCompare(a, "en", { numeric: true });

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): boolean {
  if (process.getuid?.() !== 0 || !run("apt-get", ["--version"])) return false;
  run("apt-get", ["update"]);
  return run("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"]);
}

function run(program: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: "ignore", timeout: 600_000, env }).status === 0;
}
