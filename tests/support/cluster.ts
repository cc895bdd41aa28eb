// Once per run of the integration tests: a PostgreSQL in a temporary folder with one migrated template database.
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureDatabase } from "@/scripts/launch/cluster";
import { temporaryCluster } from "@/scripts/launch/temporary";
import { migrateDatabase } from "@/scripts/migrate/apply";
import { TEMPLATE } from "@/tests/support/names";

declare module "vitest" {
  interface ProvidedContext {
    /** A connection string of the cluster with the word DATABASE for the name of the database. */
    clusterUrl: string;
    /** Tables that the migrations themselves fill; truncation leaves them alone. */
    keptTables: string[];
  }
}

async function filledTables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const filled: string[] = [];
    for (const { name } of rows) {
      const found = await client.query(`SELECT 1 FROM ${name} LIMIT 1`);
      if (found.rowCount !== 0) filled.push(name);
    }
    return filled;
  } finally {
    await client.end();
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A test's database may be lost in a power cut; the launcher's own may not.
  const cluster = await temporaryCluster(["-c", "fsync=off", "-c", "max_connections=200"]);
  try {
    await ensureDatabase(cluster, TEMPLATE);
    await migrateDatabase(cluster.url(TEMPLATE));
    project.provide("keptTables", await filledTables(cluster.url(TEMPLATE)));
    project.provide("clusterUrl", cluster.url("DATABASE"));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return () => cluster.stop();
}
