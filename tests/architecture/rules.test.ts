import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRoot } from "@/scripts/paths";
import { HARMLESS, PLANTED } from "@/tests/architecture/planted";

interface Cruise {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string; severity: string }; cycle?: { name: string }[] }[];
    ruleSetUsed?: { forbidden?: { name: string }[] };
  };
}

function cruise(folder: string, config: string, folders: readonly string[]): Cruise {
  const program = inRoot("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const result = spawnSync(process.execPath, [program, "--config", config, "--output-type", "json", ...folders], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (result.stdout === "") throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Cruise;
}

describe("the boundary rules", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "slantwise-planted-"));
  let found: Cruise;

  beforeAll(() => {
    for (const [file, source] of [...HARMLESS, ...PLANTED.map(([, file, source]) => [file, source] as const)]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${source}\n`);
    }
    for (const name of ["tsconfig.json", "package.json"]) copyFileSync(inRoot(name), path.join(folder, name));
    symlinkSync(inRoot("node_modules"), path.join(folder, "node_modules"));
    writeFileSync(
      path.join(folder, "rules.cjs"),
      `const rules = require(${JSON.stringify(inRoot(".dependency-cruiser.cjs"))});
       module.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } };`,
    );
    found = cruise(folder, "rules.cjs", ["app", "components", "lib", "scripts", "tests"]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)("%s fires for %s", (rule, file) => {
    const hits = found.summary.violations.filter(({ from, cycle }) => from === file || cycle?.some(({ name }) => name === file));
    expect(hits.map((hit) => hit.rule.name)).toContain(rule);
  });

  it("lets everything else through", () => {
    const planted = new Set(PLANTED.map(([, file]) => file));
    const wrong = found.summary.violations.filter(({ from, cycle }) => !planted.has(from) && !cycle?.some(({ name }) => planted.has(name)));
    expect(wrong).toEqual([]);
    expect(found.summary.totalCruised).toBeGreaterThanOrEqual(HARMLESS.length + PLANTED.length);
  });

  it("has planted a violation for every rule that is not one of the domain order", () => {
    const fired = new Set(PLANTED.map(([rule]) => rule));
    const names = (found.summary.ruleSetUsed?.forbidden ?? []).map((rule) => rule.name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !name.startsWith("leftward-only-") && !fired.has(name))).toEqual([]);
  });

  it("looks at the whole program", () => {
    const { summary } = cruise(inRoot(), ".dependency-cruiser.cjs", ["app", "components", "lib"]);
    expect(summary.totalCruised).toBeGreaterThan(100);
  });
});
