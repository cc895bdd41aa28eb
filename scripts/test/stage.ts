import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { ROOT } from "@/scripts/paths";

/** What one stage found. A static stage counts as one test. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** One step of `npm test`. */
export interface Stage {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** Runs a program with our terminal; answers with its exit code. */
export function command(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** A program out of node_modules/.bin, run by this very Node. */
export function tool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return command(process.execPath, [`node_modules/${name}`, ...args], env);
}

/** One test that passes when every command of it ends with 0. */
export function check(name: string, ...steps: readonly (() => Promise<number>)[]): Stage {
  return {
    name,
    run: async () => {
      for (const step of steps) if ((await step()) !== 0) return { passed: 0, failed: 1 };
      return { passed: 1, failed: 0 };
    },
  };
}

/** Reads the numbers out of a report; a run that broke without a failed test counts as one failure. */
export function counted(code: number, file: string, read: (report: unknown) => Outcome): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const outcome = read(JSON.parse(readFileSync(file, "utf8")));
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}
