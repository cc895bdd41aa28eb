import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "@/tests/support/chromium";

// Read again in every worker process, so what is chosen once travels in the environment.
const FREE_PORT = "require('net').createServer().listen(0,'127.0.0.1',function(){console.log(this.address().port);this.close()})";
process.env["SLANTWISE_TEST_PORT"] ??= execFileSync(process.execPath, ["-e", FREE_PORT], { encoding: "utf8" }).trim();
// The start makes this folder; listing the tests leaves nothing behind.
process.env["SLANTWISE_TEST_DATA_DIR"] ??= path.join(tmpdir(), `slantwise-e2e-${process.pid}-${Date.now().toString(36)}`);
const port = process.env["SLANTWISE_TEST_PORT"];
const browser = findChromium();
const report = process.env["SLANTWISE_TEST_REPORT"];

/** End to end: the real `npm start` on a free port with a data folder of its own, and a real Chromium. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"], ...(report === undefined ? [] : [["json", { outputFile: report }] as const])],
  globalTeardown: "./tests/support/e2e-teardown.ts",
  use: {
    // The name that the launcher prints: cookies of one name are not sent to the other.
    baseURL: `http://localhost:${port}`,
    browserName: "chromium",
    headless: true,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: browser.executablePath,
      args: CHROMIUM_FLAGS,
      ...(Object.keys(browser.env).length === 0 ? {} : { env: { ...(process.env as Record<string, string>), ...browser.env } }),
    },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${port}/api/v1/health`,
    env: {
      SLANTWISE_DATA_DIR: process.env["SLANTWISE_TEST_DATA_DIR"],
      PORT: port,
      SLANTWISE_LTI_LOOPBACK: "1",
      HOST: "127.0.0.1",
    },
    timeout: 900_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 8_000 },
  },
});
