import { afterAll, beforeAll, describe } from "vitest";
import { findPostgres, MISSING } from "./postgres-programs.ts";
import { type PostgresServer, STARTING_MS, startPostgres } from "./postgres-server.ts";

/**
 * A group of tests that has a PostgreSQL for as long as it runs. Where none is to be had the group is skipped with a
 * loud line, but never on CI.
 */
export function withPostgres(name: string, define: (server: () => PostgresServer) => void): void {
  const programs = findPostgres();
  if (programs === null) {
    if (process.env.CI === "true") throw new Error(MISSING);
    console.error(`SKIPPED, ${name}: ${MISSING}`);
  }
  describe.skipIf(programs === null)(name, () => {
    let running: PostgresServer | null = null;
    beforeAll(async () => {
      if (programs !== null) running = await startPostgres(programs);
    }, 2 * STARTING_MS);
    afterAll(() => running?.close());
    define(() => {
      if (running === null) throw new Error(MISSING);
      return running;
    });
  });
}
