import { spawnSync } from "node:child_process";
import { Problem } from "@/scripts/problem";

/** The system user that runs PostgreSQL: `undefined` is the user who runs us. PostgreSQL refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

/** The options of `spawn` for that user. */
export function asUser(runAs: RunAs): { uid?: number; gid?: number } {
  return runAs === undefined ? {} : { uid: runAs.uid, gid: runAs.gid };
}

/** Whether we are root, for whom PostgreSQL needs another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function lookUp(flag: "-u" | "-g"): number | undefined {
  const result = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  const id = Number.parseInt(result.stdout ?? "", 10);
  return result.status === 0 && Number.isInteger(id) ? id : undefined;
}

/** For root the user `postgres`, made if it does not exist; for everyone else nobody. */
export function databaseUser(): RunAs {
  if (!isRoot()) return undefined;
  if (lookUp("-u") === undefined) {
    spawnSync("groupadd", ["--system", "postgres"], { stdio: "ignore" });
    spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
      stdio: "ignore",
    });
  }
  const uid = lookUp("-u");
  const gid = lookUp("-g");
  if (uid === undefined || gid === undefined) {
    throw new Problem(
      "PostgreSQL does not run as root, and a user named postgres could not be made. Start Slantwise as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid, gid };
}

/** Whether that user can walk down to a folder. */
export function canReach(folder: string, runAs: RunAs): boolean {
  if (runAs === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { ...asUser(runAs), cwd: "/" }).status === 0;
}
