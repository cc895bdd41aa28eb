import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSample } from "@/prisma/seed/load-sample";
import { closeDatabase } from "@/lib/platform/database";
import type { Header } from "@/scripts/backup/format";
import { loadBackup } from "@/scripts/backup/load";
import { saveBackup } from "@/scripts/backup/save";
import { countAndHash, loadingOrder, readTables } from "@/scripts/backup/tables";
import { pendingMigrations } from "@/scripts/migrate/apply";
import { blankDatabase, freshDatabase, testPool } from "@/tests/support/database";

const url = () => process.env["DATABASE_URL"] ?? "";
const folder = mkdtempSync(path.join(tmpdir(), "slantwise-backup-"));
const file = path.join(folder, "whole.backup");
const AWKWARD = "tab\there, line\nthere, back\\slash, \\N, \\., “quotes”, é e\u0301, 🙂, سلام";
let header: Header;

/** Writes a changed copy of the backup. */
function changed(name: string, change: (bytes: Buffer) => Buffer): string {
  const copy = path.join(folder, name);
  writeFileSync(copy, change(readFileSync(file)));
  return copy;
}

describe("backup and restore", () => {
  beforeAll(async () => {
    await loadSample();
    await testPool().query("INSERT INTO app_user (id, name, login, kind) VALUES (gen_random_uuid(), $1, 'ada', 'person')", [AWKWARD]);
    header = await saveBackup(url(), file);
  });
  afterAll(async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });

  it("saves every table of the database, readable by its owner only", async () => {
    const client = await testPool().connect();
    const tables = await readTables(client);
    client.release();
    expect(header.tables.map(({ name }) => name).sort()).toEqual(tables.map(({ name }) => name).sort());
    expect(header.tables.find(({ name }) => name === "span")?.rows).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["a migrated, empty database", freshDatabase],
    ["a database without tables", blankDatabase],
  ])("restores into %s with the same rows in every table", async (_name, make) => {
    const target = await make();
    try {
      await loadBackup(target.url, file);
      const client = await target.pool.connect();
      for (const table of header.tables) {
        expect({ name: table.name, ...(await countAndHash(client, table)) }).toEqual({ name: table.name, rows: table.rows, hash: table.hash });
      }
      expect(await pendingMigrations(target.url)).toEqual([]);
      const { rows } = await client.query("SELECT name FROM app_user WHERE login = 'ada'");
      expect(rows).toEqual([{ name: AWKWARD }]);
      const deferrable = await client.query("SELECT conname FROM pg_constraint WHERE contype = 'f' AND condeferrable");
      expect(deferrable.rows).toEqual([]);
      const project = await client.query("SELECT id FROM project LIMIT 1");
      await client.query("INSERT INTO outbox (project_id, kind) VALUES ($1, 'test')", [project.rows[0].id]);
      client.release();
    } finally {
      await target.drop();
    }
  });

  it("refuses a database that holds anything", async () => {
    await expect(loadBackup(url(), file)).rejects.toThrow(/not empty/);
  });

  it("notices a changed row by the hash, whatever the order of the rows", async () => {
    const client = await testPool().connect();
    const table = { name: "app_user", columns: ["id", "name"] };
    await client.query("BEGIN");
    const before = await countAndHash(client, table);
    await client.query("UPDATE app_user SET name = name");
    expect(await countAndHash(client, table)).toEqual(before);
    await client.query("UPDATE app_user SET name = name || '.' WHERE login = 'ada'");
    expect(await countAndHash(client, table)).not.toEqual(before);
    await client.query("ROLLBACK");
    client.release();
  });

  it("orders tables so that each comes after those it refers to", async () => {
    const client = await testPool().connect();
    const { order, backward } = await loadingOrder(client, await readTables(client));
    client.release();
    const place = (name: string) => order.findIndex((table) => table.name === name);
    expect(place("project")).toBeLessThan(place("span"));
    expect(place("span")).toBeLessThan(place("span_part"));
    expect(backward.length).toBeLessThan(5);
  });

  describe("a damaged file", () => {
    const at = (part: number) => Math.floor(readFileSync(file).length * part);

    it.each([
      ["cut in the middle", () => changed("cut", (bytes) => bytes.subarray(0, at(0.6))), /damaged in the table \w+, at byte \d+: the file ends here/],
      ["without its last line", () => changed("endless", (bytes) => bytes.subarray(0, bytes.length - 4)), /damaged in its end/],
      ["with something after the end", () => changed("more", (bytes) => Buffer.concat([bytes, Buffer.from("x")])), /damaged in its end/],
      ["with one changed byte of data", () => changed("flipped", flip(at(0.7))), /damaged in the table \w+, at byte \d+|cannot be read/],
      ["with a changed header", () => changed("header", flip(60)), /damaged in the header/],
      ["of another kind", () => changed("other", () => Buffer.from("hello")), /not a backup/],
      ["that is empty", () => changed("empty", () => Buffer.alloc(0)), /not a backup/],
      ["that is not there", () => path.join(folder, "missing"), /cannot be opened/],
    ])("%s is refused, names the place and leaves the database empty", async (_name, make, sentence) => {
      const target = await blankDatabase();
      try {
        await expect(loadBackup(target.url, make())).rejects.toThrow(sentence);
        const { rows } = await target.pool.query("SELECT to_regclass('app_user') IS NOT NULL AS there");
        if (rows[0].there) {
          const left = await target.pool.query("SELECT (SELECT count(*)::int FROM app_user) + (SELECT count(*)::int FROM project) AS n");
          expect(left.rows).toEqual([{ n: 0 }]);
        }
      } finally {
        await target.drop();
      }
    });
  });
});

function flip(place: number) {
  return (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    copy[place] = (copy[place] ?? 0) ^ 0x01;
    return copy;
  };
}
