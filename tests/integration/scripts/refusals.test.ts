import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { nodeProblem } from "@/scripts/launch/packages.mjs";
import { checkSecret, checkServer } from "@/scripts/launch/external";
import { freePort } from "@/scripts/launch/ports";
import { refused, removeDataFolder, temporaryDataFolder } from "@/tests/support/launch";

const SECRET = "a secret of at least thirty-two bytes, for tests";
const folder = temporaryDataFolder();
const server = () => inject("clusterUrl");

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server().replace("DATABASE", "postgres") });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe("a start that cannot be", () => {
  afterAll(() => removeDataFolder(folder));

  it("names a Node that is too old", () => {
    expect(nodeProblem("20.18.3")).toMatch(/needs Node 20.19 or newer, and this is Node 20.18.3/);
    expect(nodeProblem("18.20.0")).toBeDefined();
    for (const good of ["20.19.0", "22.0.0", "24.1.0"]) expect(nodeProblem(good)).toBeUndefined();
  });

  it("names a port that is taken, and the way out", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port)));
    const { code, said } = await refused({ SLANTWISE_DATA_DIR: folder, PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`);
    expect(existsSync(path.join(folder, "running.json"))).toBe(false);
  });

  it.each([
    [{ PORT: "http" }, /PORT=http is not a port/],
    [{ PORT: "4321", HOST: "203.0.113.7" }, /HOST=203.0.113.7 is not an address of this machine/],
    [{ PORT: "4322", DATABASE_URL: "postgresql://u:p@127.0.0.1:4339/x" }, /AUTH_SECRET must be set too/],
    [{ PORT: "4322", DATABASE_URL: "postgresql://u:p@127.0.0.1:4339/x", AUTH_SECRET: "short" }, /shorter than 32 bytes/],
    [{ PORT: "4322", DATABASE_URL: "postgresql://u:hush@127.0.0.1:4339/x", AUTH_SECRET: SECRET }, /The database at 127.0.0.1:4339 does not answer/],
  ])("says why in one sentence: %j", async (env, sentence) => {
    const { code, said } = await refused({ SLANTWISE_DATA_DIR: folder, ...env } as Record<string, string>);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\n\s+at |hush/);
  });

  it("refuses an argument it does not know", async () => {
    expect((await refused({ SLANTWISE_DATA_DIR: folder, PORT: "4323" }, ["--wan"])).said).toContain('"--wan" is not known');
  });

  it("names a data folder that cannot be written", async () => {
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    const { code, said } = await refused({ SLANTWISE_DATA_DIR: path.join(file, "data"), PORT: "4323" });
    expect(code).toBe(1);
    expect(said).toMatch(/The data folder \S+ cannot be written \(ENOTDIR\)/);
  });

  it.runIf(process.getuid?.() !== 0)("names a folder whose owner is another", async () => {
    const closed = path.join(folder, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect((await refused({ SLANTWISE_DATA_DIR: closed, PORT: "4323" })).said).toContain("cannot be written (EACCES)");
  });
});

describe("a database of one's own", () => {
  it("is refused when it is not UTF8", async () => {
    await onServer("CREATE DATABASE latin1 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0");
    await expect(checkServer(server().replace("DATABASE", "latin1"))).rejects.toThrow(/encoded in LATIN1.*createdb --encoding=UTF8/);
  });

  it("is refused when it may lose what it has confirmed", async () => {
    // The cluster of the tests runs with fsync off.
    await expect(checkServer(server().replace("DATABASE", "postgres"))).rejects.toThrow(/fsync = off/);
  });

  it.each([
    ["not an address", /is not an address/],
    ["mysql://u:p@localhost/x", /does not begin with postgresql/],
    [`postgresql://u:p@127.0.0.1:1/x`, /127.0.0.1:1 does not answer/],
  ])("is refused as %s", async (url, sentence) => {
    await expect(checkServer(url)).rejects.toThrow(sentence);
  });

  it("is refused with a wrong password or an unknown name, without showing the password", async () => {
    const wrong = server().replace("DATABASE", "postgres").replace(":temporary@", ":hush@");
    const refusal = await checkServer(wrong).catch((error: Error) => error.message);
    expect(refusal).toMatch(/refuses the user or password/);
    expect(refusal).not.toContain("hush");
    await expect(checkServer(server().replace("DATABASE", "nowhere"))).rejects.toThrow(/no such database/);
  });

  it("needs a secret of 32 bytes", () => {
    expect(() => checkSecret(undefined)).toThrow(/must be set too/);
    expect(() => checkSecret("x".repeat(31))).toThrow(/shorter/);
    expect(checkSecret(SECRET)).toBe(SECRET);
  });

  it("is refused when it is older than 15", async () => {
    const port = await freePort();
    const old = oldServer();
    await new Promise<void>((resolve) => old.listen(port, "127.0.0.1", resolve));
    await expect(checkServer(`postgresql://u:p@127.0.0.1:${port}/x`)).rejects.toThrow(/is PostgreSQL 14; Slantwise needs 15 or newer/);
    old.close();
  });
});

/** Speaks just enough of PostgreSQL's protocol to say that it is version 14. */
function oldServer() {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  const column = Buffer.concat([Buffer.from("server_version_num\0"), Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0])]);
  const value = Buffer.from("140012");
  const answer = Buffer.concat([
    message("T", Buffer.concat([Buffer.from([0, 1]), column])),
    message("D", Buffer.concat([Buffer.from([0, 1, 0, 0, 0, value.length]), value])),
    message("C", Buffer.from("SHOW\0")),
    ready,
  ]);
  return createServer((socket) => {
    let greeted = false;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
      } else if (data.toString("latin1", 0, 1) === "Q") socket.write(answer);
    });
  });
}

describe("npm run", () => {
  it("ends with one sentence when a command is used wrongly", () => {
    const result = spawnSync(process.execPath, ["scripts/run.mjs", "restore"], { encoding: "utf8" });
    expect(result.status).toBe(1);
    expect(result.stderr.trim()).toBe("Name the backup: npm run restore FILE");
  });
});
