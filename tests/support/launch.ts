import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRoot, ROOT } from "@/scripts/paths";

/** A data folder of its own that PostgreSQL's user can reach, under the system's temporary folder. */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "slantwise-data-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** `npm start` as a process, without npm. */
export interface Launched {
  readonly url: string;
  /** The whole of what it has printed. */
  said(): string;
  readonly child: ChildProcess;
  /** What a running start writes down: its process and the address of its database. */
  running(): { pid: number; url: string; databaseUrl: string };
  /** The one-time link that it printed, if it did. */
  setupLink(): string | undefined;
  /** Sends a signal; answers with the milliseconds until it ended. */
  stop(signal?: NodeJS.Signals): Promise<number>;
}

/** Environment of a start: nothing of the test's own database or secret. */
function cleanEnvironment(env: Record<string, string>): NodeJS.ProcessEnv {
  const mine = ["DATABASE_URL", "AUTH_SECRET", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "PUBLIC_URL", "SLANTWISE_DATA_DIR", "NODE_ENV", "NODE_OPTIONS", "LOG_LEVEL", "npm_lifecycle_event"];
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !mine.includes(name) && !name.startsWith("VITEST"));
  return { ...Object.fromEntries(kept), ...env } as NodeJS.ProcessEnv;
}

function begin(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [inRoot("scripts/start.mjs"), ...args], { cwd: ROOT, env: cleanEnvironment(env), stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  return { child, ended, said: () => said };
}

/** Runs a start that is expected to refuse; answers with its exit code and what it said. */
export async function refused(env: Record<string, string>, args: readonly string[] = []): Promise<{ code: number; said: string }> {
  const { child, ended, said } = begin(args, env);
  const timer = setTimeout(() => child.kill("SIGTERM"), 60_000);
  const code = await ended;
  clearTimeout(timer);
  return { code, said: said() };
}

/**
 * Starts the application as `npm start` does and waits until it is up. `env` needs a SLANTWISE_DATA_DIR and a PORT.
 * A build that is up to date is used; otherwise this takes a minute.
 */
export async function launch(env: Readonly<Record<string, string>> & { readonly SLANTWISE_DATA_DIR: string; readonly PORT: string }, args: readonly string[] = []): Promise<Launched> {
  const { child, ended, said } = begin(args, env);
  const up = new Promise<boolean>((resolve) => {
    const timer = setInterval(() => {
      if (!said().includes("Ctrl-C stops it.")) return;
      clearInterval(timer);
      resolve(true);
    }, 20);
    void ended.then(() => {
      clearInterval(timer);
      resolve(false);
    });
  });
  if (!(await up)) throw new Error(`The application did not start:\n${said()}`);
  const running = () => JSON.parse(readFileSync(path.join(env.SLANTWISE_DATA_DIR, "running.json"), "utf8")) as ReturnType<Launched["running"]>;
  return {
    url: /Slantwise is at (\S+)/.exec(said())?.[1] ?? "",
    said,
    child,
    running,
    setupLink: () => /^\s+(http\S+\/setup\?token=\S+)$/m.exec(said())?.[1],
    stop: async (signal = "SIGTERM") => {
      const begun = performance.now();
      child.kill(signal);
      await ended;
      return performance.now() - begun;
    },
  };
}

/** Removes a data folder once nothing uses it. */
export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
