import { chownSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { canRun, copiedBinaries, packagedBinaries, type Binaries } from "@/scripts/launch/binaries";
import { initialise, startCluster, type Cluster } from "@/scripts/launch/cluster";
import { freePort } from "@/scripts/launch/ports";
import { databaseUser, type RunAs } from "@/scripts/launch/user";

/** Where root keeps what the user `postgres` must reach when the clone stands in a closed home. */
export const SYSTEM_FOLDER = "/var/lib/slantwise";

/** The packaged programs, or for root a copy of them that the database user can run. */
export function usableBinaries(runAs: RunAs): Binaries {
  const packaged = packagedBinaries();
  return runAs === undefined || canRun(packaged, runAs) ? packaged : copiedBinaries(packaged, SYSTEM_FOLDER);
}

/** A PostgreSQL in a folder of its own under the system's temporary folder; `stop` removes it. */
export async function temporaryCluster(flags: readonly string[] = []): Promise<Cluster> {
  const runAs = databaseUser();
  const base = mkdtempSync(path.join(tmpdir(), "slantwise-"));
  chmodSync(base, 0o755);
  if (runAs !== undefined) chownSync(base, runAs.uid, runAs.gid);
  const options = {
    folder: path.join(base, "postgres"),
    binaries: usableBinaries(runAs),
    runAs,
    port: await freePort(),
    password: "temporary",
    flags,
  };
  try {
    initialise(options);
    const cluster = await startCluster(options);
    const stop = async () => {
      await cluster.stop();
      rmSync(base, { recursive: true, force: true, maxRetries: 5 });
    };
    return { ...cluster, stop };
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    throw error;
  }
}
