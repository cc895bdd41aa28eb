import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "@/scripts/launch/ports";
import { isAlive, until } from "@/scripts/launch/processes";
import { launch, refused, removeDataFolder, temporaryDataFolder, type Launched } from "@/tests/support/launch";

// The first start may have to build the pages.
const BUILD = 300_000;
const folder = temporaryDataFolder();
let environment: Record<string, string> & { SLANTWISE_DATA_DIR: string; PORT: string };
let started: Launched;

const postmaster = () => Number(readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

/** The process that answers requests: a child of the launcher. */
function serverProcess(): number {
  const list = spawnSync("ps", ["-o", "pid=,args=", "--ppid", String(started.running().pid)], { encoding: "utf8" }).stdout;
  return Number(list.split("\n").find((line) => line.includes("scripts/serve"))?.trim().split(" ")[0]);
}

async function ask<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: started.running().databaseUrl });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<T>(sql);
  await client.end();
  return rows;
}

/** Runs a command as `npm run` does; answers with what it said. */
function command(...args: string[]): string {
  const { DATABASE_URL: _url, AUTH_SECRET: _secret, NEXTAUTH_SECRET: _same, PUBLIC_URL: _public, NEXTAUTH_URL: _next, ...env } = process.env;
  const result = spawnSync(process.execPath, ["scripts/run.mjs", ...args], { encoding: "utf8", env: { ...env, SLANTWISE_DATA_DIR: folder } as NodeJS.ProcessEnv });
  return result.stdout + result.stderr;
}

async function status(route: string): Promise<number> {
  try {
    return (await fetch(`${started.url}${route}`, { redirect: "manual", signal: AbortSignal.timeout(3000) })).status;
  } catch {
    return 0;
  }
}

async function comesUp(route: string): Promise<boolean> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    if ((await status(route)) === 200) return true;
    await until(() => false, 200);
  }
  return false;
}

/** Keeps a request open that never ends, so that the server has somebody to wait for. */
function holdOpen(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(environment.PORT), "127.0.0.1", () => socket.write("POST /api/v1/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx", () => resolve()));
    socket.on("error", () => {});
  });
}

describe("npm start", () => {
  afterAll(async () => {
    await started?.stop("SIGKILL").catch(() => {});
    await until(() => false, 2500);
    removeDataFolder(folder);
  });

  it("sets everything up in a new data folder and prints the address and the set-up link", { timeout: BUILD }, async () => {
    environment = { SLANTWISE_DATA_DIR: folder, PORT: String(await freePort()) };
    started = await launch(environment);
    // The sources may be edited while the tests run; the later starts are not about building.
    environment = { ...environment, SLANTWISE_BUILD: "keep" };
    for (let step = 1; step <= 8; step += 1) expect(started.said()).toMatch(new RegExp(`^\\[${step}/8\\] \\w.* … \\S`, "m"));
    expect(started.said()).toMatch(/\[3\/8\] Database … .*ready, port \d+/);
    expect(started.url).toBe(`http://localhost:${environment.PORT}`);
    expect(started.setupLink()).toMatch(/\/setup\?token=[\w-]{22}$/);
    expect(await status("/api/v1/health")).toBe(200);
  });

  it("keeps secrets to their owner, and stores no set-up token as it is", async () => {
    for (const name of ["secrets.json", "setup-link", "running.json"]) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
    const token = started.setupLink()?.split("token=")[1] ?? "";
    const rows = await ask<{ valid: number; stored: boolean }>(
      `SELECT count(*) FILTER (WHERE used_at IS NULL AND expires_at BETWEEN now() + interval '50 minutes' AND now() + interval '60 minutes')::int AS valid,
              bool_or(token_hash = sha256('${token}')) AS stored FROM setup_token`,
    );
    expect(rows).toEqual([{ valid: 1, stored: true }]);
  });

  it("keeps texts in UTF8 whatever the language of the machine, and loses nothing it has confirmed", async () => {
    const [row] = await ask("SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, length('🙂é') AS n");
    expect(row).toEqual({ encoding: "UTF8", fsync: "on", commit: "on", n: 2 });
  });

  it("loads the sample project into the empty database", async () => {
    expect(await ask("SELECT count(*)::int AS n FROM project WHERE is_sample")).toEqual([{ n: 1 }]);
  });

  it("refuses a second start on the same data, naming the first", async () => {
    const { code, said } = await refused({ ...environment, PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(said).toContain(`Slantwise already runs on this data folder (npm start at ${started.url}`);
  });

  it("starts database and server again when they are killed", { timeout: 60_000 }, async () => {
    const before = postmaster();
    process.kill(before, "SIGKILL");
    // Between its death and its return the file may be missing for a moment.
    const isAnother = () => existsSync(path.join(folder, "postgres/postmaster.pid")) && postmaster() !== before;
    expect(await until(isAnother, 15_000)).toBe(true);
    expect(await comesUp("/api/v1/health")).toBe(true);
    const server = serverProcess();
    process.kill(server, "SIGKILL");
    expect(await until(() => !isAlive(server), 3000)).toBe(true);
    expect(await comesUp("/api/v1/health")).toBe(true);
    expect(serverProcess()).not.toBe(server);
  });

  it("lets the commands work on the database of the running start", { timeout: 60_000 }, async () => {
    const file = path.join(folder, "while-running.backup");
    expect(command("check-data")).toMatch(/Everything holds\.\n$/);
    expect(command("backup", file)).toMatch(/^Saved \d+ rows of \d+ tables/);
    expect(command("migrate/run")).toBe("Every migration is applied already.\n");
    expect(command("admin", "setup-link")).toContain(`${started.url}/setup?token=`);
    expect(command("restore", file)).toContain("The database is not empty");
  });

  it("stops within 5 seconds of SIGTERM with connections open, and leaves no process", { timeout: 30_000 }, async () => {
    await ask("CREATE TABLE kept (x int); INSERT INTO kept VALUES (7)");
    await holdOpen();
    const [server, database] = [started.running().pid, postmaster()];
    expect(await started.stop("SIGTERM")).toBeLessThan(5000);
    expect([isAlive(server), isAlive(database)]).toEqual([false, false]);
    expect(await status("/api/v1/health")).toBe(0);
  });

  it("comes up the second time with all data", { timeout: 60_000 }, async () => {
    started = await launch(environment);
    expect(await ask("SELECT x FROM kept")).toEqual([{ x: 7 }]);
    expect(await ask("SELECT count(*)::int AS n FROM project")).toEqual([{ n: 1 }]);
  });

  it("leaves no process when it is killed itself, and starts again", { timeout: 60_000 }, async () => {
    const [launcher, database] = [started.running().pid, postmaster()];
    process.kill(launcher, "SIGKILL");
    expect(await until(() => !isAlive(launcher) && !isAlive(database), 6000)).toBe(true);
    started = await launch(environment);
    expect(await ask("SELECT x FROM kept")).toEqual([{ x: 7 }]);
  });

  it("starts over the remains of a machine that lost its power", { timeout: 60_000 }, async () => {
    const database = postmaster();
    process.kill(database, "SIGSTOP");
    process.kill(started.running().pid, "SIGKILL");
    process.kill(database, "SIGKILL");
    await until(() => !isAlive(database), 3000);
    // The id in the file belongs to another living program by now: this one.
    const file = path.join(folder, "postgres/postmaster.pid");
    writeFileSync(file, [String(process.pid), `${folder}/postgres`, "0", "1", "", "127.0.0.1", "", "ready"].join("\n"));
    started = await launch(environment);
    expect(await ask("SELECT x FROM kept")).toEqual([{ x: 7 }]);
    expect(await started.stop("SIGINT")).toBeLessThan(5000);
    // Nothing runs now: the command starts the database for itself, and stops it.
    expect(command("check-data")).toMatch(/Everything holds\.\n$/);
    expect(existsSync(path.join(folder, "postgres/postmaster.pid"))).toBe(false);
  });
});
