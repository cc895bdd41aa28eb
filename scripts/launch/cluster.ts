import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { Binaries } from "@/scripts/launch/binaries";
import { commandOf, isAlive, until } from "@/scripts/launch/processes";
import { asUser, type RunAs } from "@/scripts/launch/user";
import { inRoot } from "@/scripts/paths";
import { messageOf, Problem } from "@/scripts/problem";

/** What it takes to run one PostgreSQL: its folder, its programs, who runs it, how to get in. */
export interface ClusterOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly port: number;
  readonly password: string;
  readonly flags?: readonly string[];
}

/** A running PostgreSQL. */
export interface Cluster {
  readonly port: number;
  /** Postmaster's process id. */
  readonly pid: number;
  /** The address of a database of this cluster. */
  url(database: string): string;
  /** Shuts down, at most 3.5 s. */
  stop(): Promise<void>;
  /** Settles when PostgreSQL has ended, with what it said last. */
  readonly ended: Promise<string>;
}

// Without these an environment without LANG gives SQL_ASCII, and substr() counts bytes.
const INITDB = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Makes the data folder of a new cluster. A folder that an interrupted initdb left half done is made anew. */
export function initialise(options: ClusterOptions): void {
  const { folder, binaries, runAs } = options;
  if (existsSync(path.join(folder, "PG_VERSION")) && existsSync(path.join(folder, "slantwise.done"))) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = path.join(tmpdir(), `slantwise-${randomBytes(8).toString("hex")}`);
  writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
  if (runAs !== undefined) for (const name of [folder, secret]) chownSync(name, runAs.uid, runAs.gid);
  try {
    const args = [`--pgdata=${folder}`, "--auth=scram-sha-256", "--username=postgres", `--pwfile=${secret}`, ...INITDB];
    const result = spawnSync(binaries.initdb, args, { ...asUser(runAs), cwd: "/", encoding: "utf8" });
    if (result.status !== 0) {
      const said = (result.stderr ?? "").trim() || messageOf(result.error);
      throw new Problem(`The database could not be made in ${folder}: ${said}`);
    }
  } finally {
    rmSync(secret, { force: true });
  }
  writeFileSync(path.join(folder, "slantwise.done"), "");
}

/** The process id of a PostgreSQL that runs on this folder now. Removes the file that a killed one left behind. */
export function runningPostmaster(folder: string): number | undefined {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8").split("\n")[0] ?? "", 10);
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) {
    const command = commandOf(pid);
    if (command === "" || (command.includes("postgres") && command.includes(folder))) return pid;
  }
  rmSync(file, { force: true });
  return undefined;
}

async function accepts(url: string, ended: () => string | undefined): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const said = ended();
      if (said !== undefined) throw new Problem(`The database did not start: ${lastLine(said)}`);
      if ((error as { code?: string }).code === "28P01") {
        throw new Problem("The database refuses the password in secrets.json. Restore that file from a backup of the data folder.");
      }
      if (Date.now() > end) throw new Problem(`The database did not answer within 60 s: ${messageOf(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
}

function lastLine(said: string): string {
  const lines = said.trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "it ended without a word";
}

/** Starts PostgreSQL on a folder that `initialise` made, and waits until it answers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, binaries, runAs, port, password } = options;
  const args = ["-D", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  const program = [path.join(path.dirname(folder), "postgres.log"), runAs?.uid ?? "", runAs?.gid ?? "", binaries.postgres];
  // Its own process group: a Ctrl-C at the terminal must reach the launcher only.
  const keeper = spawn(process.execPath, [inRoot("scripts/launch/keeper.mjs"), ...program.map(String), ...args, ...(options.flags ?? [])], {
    detached: true,
    stdio: ["pipe", "pipe", "ignore"],
  });
  keeper.stdin.on("error", () => {});
  let text = "";
  let gone: string | undefined;
  let pid = 0;
  keeper.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    for (const line of text.split("\n").slice(0, -1)) {
      const message = JSON.parse(line) as { pid?: number; text?: string };
      if (message.pid !== undefined) pid = message.pid ?? 0;
      if (message.text !== undefined) gone = message.text;
    }
    text = text.slice(text.lastIndexOf("\n") + 1);
  });
  const ended = new Promise<string>((resolve) => {
    keeper.on("close", () => {
      gone ??= "";
      // A keeper that was itself killed cannot have stopped PostgreSQL.
      if (pid > 0 && runningPostmaster(folder) === pid) process.kill(pid, "SIGINT");
      resolve(gone);
    });
  });
  const url = (database: string) => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    keeper.stdin.end();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3500))]);
  };
  try {
    await accepts(url("postgres"), () => gone);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, pid, url, stop, ended };
}

/** Ends a PostgreSQL whose launcher is gone. */
export async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  if (await until(() => !isAlive(pid), 3000)) return;
  process.kill(pid, "SIGQUIT");
  await until(() => !isAlive(pid), 3000);
}

/** Makes a database unless it is there. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
