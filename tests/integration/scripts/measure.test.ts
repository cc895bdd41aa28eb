import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inRoot } from "@/scripts/paths";

const folder = mkdtempSync(path.join(tmpdir(), "slantwise-measure-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as npm does, standing in the folder of the file. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot("scripts/run.mjs"), "measure", ...args], { cwd: inRoot("."), env: { ...process.env, INIT_CWD: folder }, encoding: "utf8" });
  return { status, stdout, stderr };
}

function measure(content: string) {
  writeFileSync(path.join(folder, "asked.json"), content);
  return run("asked.json");
}

describe("npm run measure", () => {
  it("prints the figure under its keys", () => {
    const { status, stdout, stderr } = run(inRoot("tests/fixtures/agreement/alpha-krippendorff2004-p230-missing.json"));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const said = JSON.parse(stdout);
    expect(Object.keys(said)).toEqual(["nominal", "ordinal", "interval", "ratio"]);
    expect(said.nominal).toBeCloseTo(0.743421, 6);
  });

  it("prints null and why where it is undefined", () => {
    const { status, stdout } = measure('{"metric": "krippendorff_alpha", "input": {"form": "matrix", "matrix": [["a", "a"], ["a", "a"]]}}');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ nominal: null, reasons: { nominal: "no_variation" } });
  });

  it.each([
    ["{", /^asked\.json is not JSON: .+/],
    ['{"metric": "kappa", "input": {}}', /^asked\.json: metric "kappa" is not known; known are alpha_bootstrap_replay, .*two_coder/],
    ['{"metric": "krippendorff_alpha", "input": {"matrix": [[1, 2], [1]]}}', /^asked\.json: input\.matrix\[1\] should have 2 codes like the first row, and has 1$/m],
    ["[]", /^asked\.json: should be an object, and is \[\]$/m],
  ])("refuses %s in one sentence, with exit code 1", (content, message) => {
    const { status, stdout, stderr } = measure(content);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  it("says what to name, and what it cannot read", () => {
    expect(run()).toMatchObject({ status: 1, stderr: "Name one file: npm run -s measure -- FILE.json\n" });
    expect(run("absent.json")).toMatchObject({ status: 1, stderr: "There is no file absent.json that can be read.\n" });
  });
});
