import { existsSync } from "node:fs";
import path from "node:path";
import { generateClient } from "@/scripts/launch/client";
import { inRoot } from "@/scripts/paths";
import { check, counted, tool, type Outcome, type Stage } from "@/scripts/test/stage";

const CRUISED = ["app", "components", "lib", "prisma/seed", "scripts", "tests", "proxy.ts"];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

function vitestOutcome(report: unknown): Outcome {
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
  // A file that cannot even be loaded holds no test, and is a failure all the same.
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + broken };
}

function playwrightOutcome(report: unknown): Outcome {
  const { expected, unexpected, flaky } = (report as PlaywrightReport).stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** Vitest on one of its projects; `files` are names or parts of names. */
export function vitest(project: string, reports: string, files: readonly string[] = []): Stage {
  const report = path.join(reports, `${project}.json`);
  return {
    name: project === "architecture" ? "architecture rules" : `${project} tests`,
    run: async () => {
      const args = ["run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const code = await tool("vitest/vitest.mjs", [...args, ...files], { NODE_ENV: "test" });
      return counted(code, report, vitestOutcome);
    },
  };
}

/** Playwright; it starts the application itself, see playwright.config.ts. */
export function endToEnd(reports: string, files: readonly string[] = []): Stage {
  const report = path.join(reports, "e2e.json");
  return {
    name: "end to end",
    run: async () => {
      if (!existsSync(inRoot("tests/e2e"))) return { passed: 0, failed: 0 };
      const args = ["test", "--pass-with-no-tests", ...files];
      const code = await tool("@playwright/test/cli.js", args, { SLANTWISE_TEST_REPORT: report });
      return counted(code, report, playwrightOutcome);
    },
  };
}

/** The stages that run no code of ours: client, types, lint, boundaries. */
export function staticStages(): Stage[] {
  const paths = CRUISED.filter((name) => existsSync(inRoot(name)));
  return [
    check(
      "types",
      async () => {
        await generateClient({ force: true });
        return 0;
      },
      // Writes next-env.d.ts and the types of the routes, which a fresh clone lacks.
      () => (existsSync(inRoot("app/layout.tsx")) ? tool("next/dist/bin/next", ["typegen"]) : Promise.resolve(0)),
      () => tool("typescript/bin/tsc", ["--noEmit", "-p", "."]),
    ),
    check("lint", () => tool("eslint/bin/eslint.js", ["."])),
    check("boundaries", () => tool("dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.cjs", ...paths])),
  ];
}
