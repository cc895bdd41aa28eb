import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandOf, isAlive } from "@/scripts/launch/processes";
import { Problem } from "@/scripts/problem";

/** Who uses a data folder now. `databaseUrl` is there as soon as its database answers. */
export interface Holder {
  readonly pid: number;
  readonly doing: string;
  readonly url?: string;
  readonly databaseUrl?: string;
}

/** Our hold on a data folder. */
export interface Lock {
  /** Whether the one before us ended without letting go. */
  readonly wasAbandoned: boolean;
  update(holder: Omit<Holder, "pid">): void;
  release(): void;
}

const fileOf = (folder: string) => path.join(folder, "running.json");

/** Who holds a data folder, if that process is alive. */
export function holderOf(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(fileOf(folder), "utf8")) as Holder;
    // An id may belong to another program by now.
    return isAlive(holder.pid) && commandOf(holder.pid).includes("scripts") ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a data folder for this process; throws a Problem naming who has it. */
export function takeLock(folder: string, doing: string): Lock {
  const file = fileOf(folder);
  let wasAbandoned = false;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, doing } satisfies Holder), { mode: 0o600, flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(folder);
    if (holder !== undefined && holder.pid !== process.pid) {
      const at = holder.url === undefined ? "" : ` at ${holder.url}`;
      throw new Problem(
        `Slantwise already runs on this data folder (${holder.doing}${at}, process ${holder.pid}). Stop it first, or give the second one a PORT and a SLANTWISE_DATA_DIR of its own.`,
      );
    }
    wasAbandoned = true;
    rmSync(file, { force: true });
  }
  return {
    wasAbandoned,
    update: (holder) => writeFileSync(file, JSON.stringify({ pid: process.pid, ...holder } satisfies Holder), { mode: 0o600 }),
    release: () => rmSync(file, { force: true }),
  };
}
