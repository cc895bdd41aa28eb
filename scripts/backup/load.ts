import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { openBackup, type Header, type Reader } from "@/scripts/backup/format";
import { countAndHash, list, loadingOrder, plainText, readTables, type Backward, type Table } from "@/scripts/backup/tables";
import { migrateDatabase } from "@/scripts/migrate/apply";
import { checksum, readMigrations } from "@/scripts/migrate/folder";
import { messageOf, Problem } from "@/scripts/problem";

/** The migrations of this copy that the backup's database had; refuses one that had others. */
function migrationsOf(header: Header) {
  const ours = readMigrations();
  const had = new Map(header.migrations.map(({ name, checksum: sum }) => [name, sum]));
  for (const { name, sql } of ours) {
    const sum = had.get(name);
    if (sum !== undefined && sum !== checksum(sql)) throw new Problem(`The backup was made with another text of the migration ${name}. Restore it with the version it was made by.`);
    had.delete(name);
  }
  const [unknown] = had.keys();
  if (unknown !== undefined) throw new Problem(`The backup was made by a newer Slantwise: it has the migration ${unknown}. Update this copy first.`);
  const names = new Set(header.migrations.map(({ name }) => name));
  return ours.filter(({ name }) => names.has(name));
}

async function refuseFilled(client: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount !== 0) {
      throw new Problem(
        `The database is not empty: ${name} holds rows. A backup goes into a new one: SLANTWISE_DATA_DIR=.data-restored npm run restore FILE, or a DATABASE_URL of a database just made.`,
      );
    }
  }
}

/** An older backup goes into the tables it was made with, and is migrated afterwards. */
async function refuseAhead(client: pg.Client, header: Header): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there");
  if (!rows[0]?.there) return;
  const had = header.migrations.map(({ name }) => name);
  const { rowCount } = await client.query("SELECT 1 FROM _prisma_migrations WHERE rolled_back_at IS NULL AND NOT migration_name = ANY($1)", [had]);
  if (rowCount !== 0 && migrationsOf(header).length === had.length) {
    throw new Problem("The backup is older than the tables of this database. Restore it into a new one without tables: SLANTWISE_DATA_DIR=.data-restored npm run restore FILE");
  }
}

/** The tables of the database, in loading order, must be those of the backup. */
function compareTables(tables: readonly Table[], header: Header): void {
  const have = new Map(tables.map((table) => [table.name, [...table.columns].sort().join()]));
  for (const { name, columns } of header.tables) {
    if (have.get(name) !== [...columns].sort().join()) throw new Problem(`The table ${name} of the backup does not fit this database.`);
    have.delete(name);
  }
  const [extra] = have.keys();
  if (extra !== undefined) throw new Problem(`The backup lacks the table ${extra}.`);
}

async function later(client: pg.Client, keys: readonly Backward[], how: string): Promise<void> {
  for (const { table, constraint } of keys) {
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(table)} ALTER CONSTRAINT ${pg.escapeIdentifier(constraint)} ${how}`);
  }
}

async function fill(client: pg.Client, reader: Reader): Promise<void> {
  const { header } = reader;
  const tables = await readTables(client);
  compareTables(tables, header);
  await refuseFilled(client, tables);
  const { backward } = await loadingOrder(client, tables);
  // References in a ring are checked once everything is there; the rest as each table is.
  await later(client, backward, "DEFERRABLE INITIALLY DEFERRED");
  for (const table of header.tables) {
    const sql = `COPY ${pg.escapeIdentifier(table.name)} (${list(table.columns)}) FROM STDIN`;
    let damage: unknown;
    const source = async function* () {
      try {
        yield* reader.table(table);
      } catch (error) {
        damage = error;
        throw error;
      }
    };
    try {
      await pipeline(Readable.from(source(), { objectMode: false }), client.query(copyFrom(sql)));
    } catch (error) {
      throw damage ?? new Problem(`The table ${table.name} of the backup cannot be read: ${messageOf(error)}. Nothing was restored.`);
    }
  }
  await reader.end();
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  await later(client, backward, "NOT DEFERRABLE");
  for (const [name, value] of Object.entries(header.sequences)) {
    await client.query("SELECT setval($1::regclass, $2)", [pg.escapeIdentifier(name), value]);
  }
  for (const table of header.tables) {
    const found = await countAndHash(client, table);
    if (found.rows !== table.rows || found.hash !== table.hash) {
      throw new Problem(`After restoring, the table ${table.name} holds ${found.rows} rows with another hash than the ${table.rows} of the backup. Nothing was restored.`);
    }
  }
}

/**
 * Restores a file into an empty database, migrated or not, in one transaction; compares row counts and hashes before
 * it commits. Throws a Problem that names the place when the file is damaged, or why the database is not fit.
 */
export async function loadBackup(url: string, file: string): Promise<Header> {
  const handle = await open(file, "r").catch((error: unknown) => {
    throw new Problem(`The backup cannot be opened: ${messageOf(error)}`);
  });
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    const reader = await openBackup(handle);
    await client.connect();
    await refuseAhead(client, reader.header);
    await migrateDatabase(url, migrationsOf(reader.header));
    await client.query("BEGIN");
    await plainText(client);
    await fill(client, reader);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    // What this version has beyond the backup's.
    await migrateDatabase(url);
    return reader.header;
  } finally {
    // An open transaction ends with its connection.
    await client.end().catch(() => {});
    await handle.close();
  }
}
