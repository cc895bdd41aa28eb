import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Removes the data folder of an end-to-end run, unless `SLANTWISE_KEEP=1` asks to look at it. */
export default function teardown(): void {
  const folder = process.env["SLANTWISE_TEST_DATA_DIR"];
  if (folder === undefined || process.env["SLANTWISE_KEEP"] === "1") return;
  // Runs before the server stops, so the folder goes when this process does.
  process.on("exit", () => {
    if (path.dirname(folder) === tmpdir()) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
}
