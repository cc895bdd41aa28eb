import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, initialise, startCluster, type Cluster } from "@/scripts/launch/cluster";
import { freePort } from "@/scripts/launch/ports";
import { isAlive, until } from "@/scripts/launch/processes";
import { usableBinaries } from "@/scripts/launch/temporary";
import { databaseUser } from "@/scripts/launch/user";
import { migrateDatabase } from "@/scripts/migrate/apply";

/** A migrated PostgreSQL with the settings of `npm start`, which can be killed and started again on the same data. */
export interface Killable {
  readonly url: string;
  /** SIGKILL to the postmaster and every process of its, then a start that recovers from the log. */
  killAndRestart(): Promise<void>;
  /** Shuts down and removes the data. */
  stop(): Promise<void>;
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => parent === pid).map(([child]) => child ?? 0);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already: its postmaster died a moment ago.
  }
}

/** Starts one in a temporary folder. */
export async function startKillable(): Promise<Killable> {
  const runAs = databaseUser();
  const base = mkdtempSync(path.join(tmpdir(), "slantwise-kill-"));
  chmodSync(base, 0o755);
  if (runAs !== undefined) chownSync(base, runAs.uid, runAs.gid);
  const options = { folder: path.join(base, "postgres"), binaries: usableBinaries(runAs), runAs, port: await freePort(), password: "temporary" };
  initialise(options);
  let cluster: Cluster = await startCluster(options);
  const stop = async () => {
    await cluster.stop();
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ensureDatabase(cluster, "slantwise");
    await migrateDatabase(cluster.url("slantwise"));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: cluster.url("slantwise"),
    killAndRestart: async () => {
      const all = [cluster.pid, ...childrenOf(cluster.pid)];
      all.forEach(kill);
      await cluster.ended;
      await until(() => !all.some(isAlive), 5000);
      cluster = await startCluster(options);
    },
    stop,
  };
}
