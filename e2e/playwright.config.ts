import { defineConfig } from "@playwright/test";

const chromium = process.env.CHROMIUM;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: ".results/traces",
  workers: 2,
  // A machine that does other things too is no fault of the product; the report names each test that needed its second try.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: true,
  // Some wait for several rounds of ten seconds.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    // Without pictures, which cost a quarter of the time; each step's page is in it all the same.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      ...(chromium === undefined || chromium === "" ? {} : { executablePath: chromium }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
