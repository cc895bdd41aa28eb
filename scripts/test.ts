// npm test [unit|integration|e2e|architecture|static] [FILE …]: every stage runs, whatever the one before found.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { messageOf } from "@/scripts/problem";
import type { Stage } from "@/scripts/test/stage";
import { endToEnd, staticStages, vitest } from "@/scripts/test/stages";

const reports = mkdtempSync(path.join(tmpdir(), "slantwise-reports-"));
const [selection = "all", ...files] = process.argv.slice(2);

function chosen(): Stage[] {
  if (selection === "static") return staticStages();
  if (selection === "e2e") return [endToEnd(reports, files)];
  if (selection !== "all") return [vitest(selection, reports, files)];
  return [
    ...staticStages(),
    vitest("architecture", reports),
    vitest("unit", reports),
    vitest("integration", reports),
    endToEnd(reports),
  ];
}

const stages = chosen();
let passed = 0;
let failed = 0;
const lines: string[] = [];
for (const [place, stage] of stages.entries()) {
  console.log(`\n[${place + 1}/${stages.length}] ${stage.name} …`);
  const begun = performance.now();
  const outcome = await stage.run().catch((error: unknown) => {
    console.error(messageOf(error));
    return { passed: 0, failed: 1 };
  });
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const line = `[${place + 1}/${stages.length}] ${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`;
  lines.push(line);
  console.log(line);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${lines.join("\n")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
