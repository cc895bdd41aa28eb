import { createHash } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { canRun, copiedBinaries, packagedBinaries } from "@/scripts/launch/binaries";
import { ensureDatabase, initialise, runningPostmaster, startCluster, stopOrphan, type Cluster } from "@/scripts/launch/cluster";
import { readNumber, secretsOf } from "@/scripts/launch/data-folder";
import { freePort, portProblem } from "@/scripts/launch/ports";
import type { Steps } from "@/scripts/launch/steps";
import { SYSTEM_FOLDER } from "@/scripts/launch/temporary";
import { canReach, databaseUser, isRoot, type RunAs } from "@/scripts/launch/user";
import { ROOT } from "@/scripts/paths";
import { Problem } from "@/scripts/problem";

/** The name of our database inside the embedded cluster. */
export const DATABASE = "slantwise";

/** The embedded database, running. */
export interface Embedded {
  readonly url: string;
  readonly cluster: Cluster;
  /** Starts it again on the same port after it died. */
  again(): Promise<Cluster>;
}

function ownerOf(folder: string): RunAs {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

/** The folder of the cluster and who runs it: the data folder, or for root a system folder when `postgres` cannot get there. */
function place(dataFolder: string): { folder: string; runAs: RunAs; moved: boolean } {
  const beside = path.join(dataFolder, "postgres");
  if (!isRoot()) {
    if (existsSync(beside)) {
      try {
        accessSync(beside, constants.R_OK | constants.W_OK | constants.X_OK);
      } catch {
        throw new Problem(`The database in ${beside} belongs to another user. Start as that user or as root, or set SLANTWISE_DATA_DIR.`);
      }
    }
    return { folder: beside, runAs: undefined, moved: false };
  }
  // Made by an ordinary user before: stay that user, so that both can start it.
  if (existsSync(path.join(beside, "PG_VERSION")) && statSync(beside).uid !== 0 && canReach(beside, ownerOf(beside))) {
    return { folder: beside, runAs: ownerOf(beside), moved: false };
  }
  const runAs = databaseUser();
  if (canReach(dataFolder, runAs)) return { folder: beside, runAs, moved: false };
  const name = `${path.basename(ROOT)}-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 8)}`;
  const folder = path.join(SYSTEM_FOLDER, name);
  mkdirSync(folder, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
  chmodSync(folder, 0o711);
  return { folder: path.join(folder, "postgres"), runAs, moved: true };
}

async function portFor(dataFolder: string): Promise<number> {
  const file = path.join(dataFolder, "database-port");
  const remembered = readNumber(file);
  if (remembered !== undefined && (await portProblem(remembered, "127.0.0.1")) === undefined) return remembered;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

/** Starts the embedded PostgreSQL of a data folder, making it the first time, and our database in it. */
export async function startEmbedded(dataFolder: string, steps: Steps): Promise<Embedded> {
  const { folder, runAs, moved } = place(dataFolder);
  const packaged = packagedBinaries();
  const reachable = runAs === undefined || canRun(packaged, runAs);
  if (moved) steps.note(`the user postgres cannot enter ${dataFolder}, so it stands in ${path.dirname(folder)}`);
  else if (!reachable) steps.note(`its programs are copied to ${SYSTEM_FOLDER}, where the user postgres can run them`);
  const binaries = reachable ? packaged : copiedBinaries(packaged, SYSTEM_FOLDER);
  const orphan = runningPostmaster(folder);
  if (orphan !== undefined) {
    steps.note("ending the one that a killed start left behind");
    await stopOrphan(orphan);
  }
  const isNew = !existsSync(path.join(folder, "PG_VERSION"));
  if (isNew) steps.note("making it");
  // The log stands beside the folder.
  if (runAs !== undefined && moved) chownSync(path.dirname(folder), 0, runAs.gid);
  const options = { folder, binaries, runAs, port: await portFor(dataFolder), password: secretsOf(dataFolder).databasePassword };
  initialise(options);
  const cluster = await startCluster(options);
  await ensureDatabase(cluster, DATABASE);
  return { url: cluster.url(DATABASE), cluster, again: () => startCluster(options) };
}
