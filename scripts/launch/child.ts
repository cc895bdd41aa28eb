import { spawn, type ChildProcess } from "node:child_process";
import { pathToFileURL } from "node:url";
import { inRoot, ROOT } from "@/scripts/paths";

/** A process of ours that ends when we do. */
export interface Child {
  readonly pid: number;
  /** Settles with a word on how it ended. */
  readonly ended: Promise<string>;
  /** Asks it to stop; after `ms` milliseconds it is killed. */
  stop(ms: number): Promise<void>;
  kill(): void;
  /** What it has said so far, the last lines. */
  said(): string;
}

/** Starts Node on a script in a process group of its own (a Ctrl-C must reach the launcher only), tethered to us. */
export function startChild(options: {
  args: readonly string[];
  env: Record<string, string>;
  /** Whether what it prints is shown. Errors always are once `quiet` has turned false. */
  quiet: () => boolean;
}): Child {
  const tether = pathToFileURL(inRoot("scripts/launch/tether.mjs")).href;
  const before = process.env["NODE_OPTIONS"];
  const child: ChildProcess = spawn(process.execPath, options.args, {
    cwd: ROOT,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...options.env, SLANTWISE_LAUNCHER: String(process.pid), NODE_OPTIONS: `${before === undefined ? "" : `${before} `}--import=${tether}` },
  });
  let last = "";
  for (const [stream, out] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const) {
    stream?.on("data", (chunk: Buffer) => {
      last = (last + chunk.toString()).slice(-6000);
      if (!options.quiet()) out.write(chunk);
    });
  }
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => {
      over = true;
      resolve(error.message);
    });
    child.on("exit", (code, signal) => {
      over = true;
      resolve(signal === null ? `code ${code}` : `signal ${signal}`);
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    said: () => last.trim(),
    kill: () => void (over || child.kill("SIGKILL")),
    stop: async (ms) => {
      if (over) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), ms);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Runs such a process to its end; answers with its exit word and what it said. */
export async function runChild(args: readonly string[], env: Record<string, string>): Promise<{ ok: boolean; said: string }> {
  const child = startChild({ args, env, quiet: () => true });
  const word = await child.ended;
  return { ok: word === "code 0", said: child.said() };
}

/** Left alone, V8 lets a server that is asked for a few long articles keep half a gigabyte; under these limits it collects sooner. */
const HEAP = ["--max-old-space-size=1024", "--max-semi-space-size=8"];

/** The arguments that run one of our TypeScript files the way all of them are run. */
export function typescript(file: string, heap: readonly string[] = HEAP): string[] {
  return [...heap, "--conditions=react-server", "--import", pathToFileURL(inRoot("node_modules/tsx/dist/loader.mjs")).href, inRoot(file)];
}
