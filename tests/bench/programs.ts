import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild, typescript, type Child } from "@/scripts/launch/child";
import { freePort } from "@/scripts/launch/ports";

/** A program under measurement. */
export interface Program {
  readonly url: string;
  /** Resident memory of the process and all below it, in MiB. */
  memory(): number;
  stop(): Promise<void>;
}

function residentMiB(root: number): number {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" });
  const all = stdout.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const tree = new Set([root]);
  // Parents come before children in no particular order, so look until nobody new is found.
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const [pid = 0, parent = 0] of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.reduce((sum, [pid = 0, , rss = 0]) => sum + (tree.has(pid) ? rss : 0), 0) / 1024;
}

/** Starts one of our scripts, by default as `npm start` does; with a `path`, waits until that address answers well. */
export async function startProgram(script: string, env: Record<string, string>, path?: string, args = typescript(script)): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const all = { ...env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: url, NEXTAUTH_URL: url, NEXT_TELEMETRY_DISABLED: "1" };
  const child: Child = startChild({ args, env: all, quiet: () => true });
  let stopping = false;
  void child.ended.then((word) => {
    if (!stopping) console.error(`${script} ended by itself, ${word}: ${child.said()}`);
  });
  const stop = () => {
    stopping = true;
    return child.stop(5000);
  };
  if (path !== undefined) {
    for (const end = Date.now() + 30_000; ; await sleep(50)) {
      const answer = await fetch(url + path).then((got) => String(got.status), (error: Error) => error.message);
      if (answer === "200") break;
      if (Date.now() < end) continue;
      await stop();
      throw new Error(`${script} did not come up (${answer}): ${child.said()}`);
    }
  }
  return { url, memory: () => residentMiB(child.pid), stop };
}
