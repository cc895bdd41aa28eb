// npm run db:new -- NAME: writes the next migration from the difference between the snapshot and the schema.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { temporaryCluster } from "@/scripts/launch/temporary";
import { Problem, runScript } from "@/scripts/problem";
import { diffSchemas } from "@/scripts/migrate/engine";
import { MIGRATIONS, SCHEMA, SNAPSHOT } from "@/scripts/migrate/folder";

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:T]/g, "").slice(0, 14);
}

await runScript(async () => {
  const name = process.argv[2];
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Problem("Name the migration in small letters, digits and underscores: npm run db:new -- add_speakers");
  }
  const schema = readFileSync(SCHEMA, "utf8");
  const before = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, "utf8") : null;
  // The engine asks a database for its version even to compare two texts.
  const cluster = await temporaryCluster();
  const pool = new pg.Pool({ connectionString: cluster.url("postgres") });
  let sql: string;
  try {
    sql = await diffSchemas(before, schema, pool);
  } finally {
    await pool.end();
    await cluster.stop();
  }
  if (sql.trim() === "" || sql.includes("This is an empty migration")) {
    console.log("prisma/schema.prisma is the same as the snapshot: no migration is needed.");
    return;
  }
  const folder = path.join(MIGRATIONS, `${stamp(new Date())}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(MIGRATIONS, "migration_lock.toml"), 'provider = "postgresql"\n');
  writeFileSync(path.join(folder, "migration.sql"), sql);
  copyFileSync(SCHEMA, SNAPSHOT);
  console.log(`Written: prisma/migrations/${path.basename(folder)}/migration.sql, and the snapshot.`);
  console.log("Add CHECK constraints and partial indexes to it by hand, then: npm run migrate");
});
