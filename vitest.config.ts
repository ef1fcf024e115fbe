import { defineConfig } from "vitest/config";

export default defineConfig({
  // `server-only` throws outside a server bundle; the condition picks its empty twin, as Next does.
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts"],
    environment: "node",
    restoreMocks: true,
  },
});
