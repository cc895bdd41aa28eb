import { describe, expect, it } from "vitest";
import { migrateDatabase, pendingMigrations } from "@/scripts/migrate/apply";
import { checksum, readMigrations } from "@/scripts/migrate/folder";
import { blankDatabase } from "@/tests/support/database";

const FIRST = { name: "20200101000000_first", sql: "CREATE TABLE a (x text);\n-- a remark; with a semicolon\nINSERT INTO a VALUES ('one; two'), ('it''s');\n" };
const BLOCK = { name: "20200102000000_block", sql: "DO $$ BEGIN EXECUTE 'CREATE TABLE b (x int)'; INSERT INTO b VALUES (1); END $$;\nCREATE INDEX b_x ON b (x) WHERE x > 0;\n" };
const BROKEN = { name: "20200103000000_broken", sql: "CREATE TABLE c (x int);\nINSERT INTO c VALUES ('no number');\n" };

async function withBlank(work: (url: string, ask: (sql: string) => Promise<unknown[]>) => Promise<void>): Promise<void> {
  const { url, pool, drop } = await blankDatabase();
  try {
    await work(url, async (sql) => (await pool.query(sql)).rows as unknown[]);
  } finally {
    await drop();
  }
}

describe("migrations", () => {
  it("apply once, in order, with semicolons in texts, remarks and blocks", () =>
    withBlank(async (url, ask) => {
      expect(await migrateDatabase(url, [FIRST])).toEqual([FIRST.name]);
      expect(await migrateDatabase(url, [FIRST, BLOCK])).toEqual([BLOCK.name]);
      expect(await migrateDatabase(url, [FIRST, BLOCK])).toEqual([]);
      expect(await ask("SELECT x FROM a ORDER BY x")).toEqual([{ x: "it's" }, { x: "one; two" }]);
      expect(await ask("SELECT x FROM b")).toEqual([{ x: 1 }]);
    }));

  it("change nothing when one of them fails, and apply after it is mended", () =>
    withBlank(async (url, ask) => {
      await expect(migrateDatabase(url, [FIRST, BROKEN])).rejects.toThrow(/nothing was changed: [\s\S]*20200103000000_broken/);
      expect(await ask("SELECT to_regclass('a') AS a, to_regclass('c') AS c, to_regclass('_prisma_migrations') AS m")).toEqual([{ a: null, c: null, m: null }]);
      const mended = { ...BROKEN, sql: "CREATE TABLE c (x int);\n" };
      expect(await migrateDatabase(url, [FIRST, mended])).toEqual([FIRST.name, BROKEN.name]);
    }));

  it("apply once when four programs start at the same moment", () =>
    withBlank(async (url, ask) => {
      const results = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url, [FIRST, BLOCK])));
      expect(results.flat().sort()).toEqual([FIRST.name, BLOCK.name]);
      expect(await ask("SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL")).toEqual([{ n: 2 }]);
    }));

  it("refuse a database that is newer than the program", () =>
    withBlank(async (url) => {
      await migrateDatabase(url, [FIRST, BLOCK]);
      await expect(migrateDatabase(url, [FIRST])).rejects.toThrow(/made by a newer Slantwise: it has the migration 20200102000000_block/);
    }));

  it("refuse a migration that was edited after it was applied", () =>
    withBlank(async (url) => {
      await migrateDatabase(url, [FIRST]);
      await expect(migrateDatabase(url, [{ ...FIRST, sql: `${FIRST.sql}\n` }])).rejects.toThrow(/was edited after it was applied/);
    }));

  it("leave nothing behind when the connection is cut in the middle, and succeed the next time", () =>
    withBlank(async (url, ask) => {
      const slow = { name: "20200104000000_slow", sql: "CREATE TABLE d (x int);\nSELECT pg_sleep(30);\n" };
      const cut = migrateDatabase(url, [FIRST, slow]).catch((error: Error) => error.message);
      const busy = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()";
      while ((await ask(`SELECT 1 ${busy}`)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      await ask(`SELECT pg_terminate_backend(pid) ${busy}`);
      expect(await cut).toMatch(/nothing was changed/);
      expect(await ask("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
      expect(await migrateDatabase(url, [FIRST])).toEqual([FIRST.name]);
    }));

  it("of this copy bring a blank database to the state the tests run on, with the checksum of each file", () =>
    withBlank(async (url, ask) => {
      const migrations = readMigrations();
      expect(await pendingMigrations(url)).toEqual(migrations.map(({ name }) => name));
      await migrateDatabase(url);
      expect(await pendingMigrations(url)).toEqual([]);
      const kept = await ask("SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY 1");
      expect(kept).toEqual(migrations.map(({ name, sql }) => ({ name, checksum: checksum(sql) })));
    }));
});
