import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { findFreePort } from "./free-port.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";

/** A PostgreSQL of a test's own, in a temporary folder, on a loopback port. */
export interface PostgresServer {
  /** The address of a new and empty database. */
  newDatabase(): Promise<string>;
  /** Ends the server as a crash does; what was committed is there after `start`. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export const STARTING_MS = 60_000;
const POLL_MS = 50;

export async function startPostgres(programs: PostgresPrograms): Promise<PostgresServer> {
  const owner = findOwner();
  const parent = mkdtempSync(join(tmpdir(), "rota-postgres-"));
  if (owner !== null) chownSync(parent, owner.uid, owner.gid);
  const data = join(parent, "data");
  initialise(programs, data, { ...owner, cwd: parent });
  const port = await findFreePort();
  const address = (database: string) => `postgresql://rota@127.0.0.1:${port}/${database}`;
  let child: ChildProcess | null = null;
  let databases = 0;

  const start = async () => {
    child = spawn(programs.postgres, ["-D", data, "-p", String(port), ...FLAGS], {
      ...owner,
      cwd: parent,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await untilAnswering(child, address("postgres"));
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };

  await start();
  return {
    newDatabase: async () => {
      const name = `rota_${++databases}`;
      await runSql(address("postgres"), `create database ${name}`);
      return address(name);
    },
    kill: () => end("SIGQUIT"),
    start,
    close: async () => {
      await end("SIGINT");
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** One statement on a connection of its own. */
export async function runSql(databaseUrl: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** No file is forced to the disk: the data lives as long as the test. */
const FLAGS = [
  ["listen_addresses", "127.0.0.1"],
  ["unix_socket_directories", ""],
  ["fsync", "off"],
  ["full_page_writes", "off"],
  ["max_connections", "40"],
  ["shared_buffers", "16MB"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** PostgreSQL refuses to run as root: then it runs as its own account, or as nobody. */
function findOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (account: string, flag: string) => {
    const { status, stdout } = spawnSync("id", [flag, account], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : null;
  };
  for (const account of ["postgres", "nobody"]) {
    const uid = idOf(account, "-u");
    const gid = idOf(account, "-g");
    if (uid !== null && gid !== null) return { uid, gid };
  }
  return { uid: 65_534, gid: 65_534 };
}

function initialise({ initdb }: PostgresPrograms, data: string, options: SpawnOptions): void {
  const args = ["-D", data, "-U", "rota", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"];
  const { status, stderr, error } = spawnSync(initdb, args, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`);
}

async function untilAnswering(child: ChildProcess, databaseUrl: string): Promise<void> {
  const said: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const deadlineMs = performance.now() + STARTING_MS;
  for (;;) {
    try {
      await runSql(databaseUrl, "select 1");
      return;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > deadlineMs) {
        throw new Error(`PostgreSQL did not start:\n${said.join("")}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
