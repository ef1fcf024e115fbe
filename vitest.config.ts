import { defineConfig } from "vitest/config";

export default defineConfig({
  // `server-only` throws outside a server bundle; the condition picks its empty twin, as Next does.
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts"],
    environment: "node",
    restoreMocks: true,
    // No test replaces a module, so files can share a process: a third of the time.
    isolate: false,
    // By default one core stays free; but files that wait for processes leave theirs to the others.
    maxWorkers: "100%",
    // A machine that does other things too is no fault of a property that is tried a hundred times.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
