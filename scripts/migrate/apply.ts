import { readFileSync } from "node:fs";
import pg from "pg";
import { messageOf, Problem } from "@/scripts/problem";
import { applyWithEngine, type Migration } from "@/scripts/migrate/engine";
import { checksum, readMigrations, SCHEMA } from "@/scripts/migrate/folder";

/** Two starts at once must not both migrate: one number for all of Slantwise. */
const LOCK = 5_526_001;

interface AppliedRow {
  migration_name: string;
  checksum: string;
}

async function applied(pool: pg.Pool): Promise<AppliedRow[]> {
  const there = await pool.query<{ there: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there");
  if (!there.rows[0]?.there) return [];
  const { rows } = await pool.query<AppliedRow>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return rows;
}

/** Refuses a database that knows migrations we do not have, or other texts under the same name. */
function compare(rows: readonly AppliedRow[], migrations: readonly Migration[]): void {
  const ours = new Map(migrations.map(({ name, sql }) => [name, checksum(sql)]));
  for (const row of rows) {
    const sum = ours.get(row.migration_name);
    if (sum === undefined) {
      throw new Problem(
        `The database was made by a newer Slantwise: it has the migration ${row.migration_name}, which this version does not know. Update this copy, or use another database.`,
      );
    }
    if (sum !== row.checksum) {
      throw new Problem(
        `The migration ${row.migration_name} was edited after it was applied to this database. Restore prisma/migrations/${row.migration_name} and write the change as a new migration (npm run db:new).`,
      );
    }
  }
}

/**
 * Brings a database to the newest migration, all in one transaction under an advisory lock: killed at any moment it
 * leaves nothing behind. Answers with the names applied now; throws a Problem for a newer or an edited history.
 */
export async function migrateDatabase(url: string, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  // One connection only, so that what the engine sends runs inside our transaction.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => {});
  try {
    await pool.query("BEGIN");
    await pool.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const rows = await applied(pool);
    compare(rows, migrations);
    if (rows.length === migrations.length) {
      await pool.query("COMMIT");
      return [];
    }
    await pool.query("SELECT set_config('lock_timeout', '30s', true)");
    const names = await applyWithEngine(migrations, readFileSync(SCHEMA, "utf8"), pool);
    await pool.query("COMMIT");
    return names;
  } catch (error) {
    await pool.query("ROLLBACK").catch(() => {});
    if (error instanceof Problem) throw error;
    throw new Problem(`The migrations could not be applied, and nothing was changed: ${messageOf(error)}`);
  } finally {
    await pool.end();
  }
}

/** Whether every migration of this copy is applied, and none that it does not know. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const rows = await applied(pool);
    const migrations = readMigrations();
    compare(rows, migrations);
    const done = new Set(rows.map((row) => row.migration_name));
    return migrations.map(({ name }) => name).filter((name) => !done.has(name));
  } finally {
    await pool.end();
  }
}
