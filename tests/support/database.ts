import pg from "pg";
import { beforeEach, inject } from "vitest";
import { TEMPLATE } from "@/tests/support/names";

/** A database of one test's own, beside the one that `DATABASE_URL` names. */
export interface FreshDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
}

let counter = 0;

async function onServer<T>(clusterUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: clusterUrl.replace("DATABASE", "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a database as a copy of the migrated template; answers with its address. */
export async function createDatabase(clusterUrl: string, name: string): Promise<string> {
  await onServer(clusterUrl, async (client) => {
    // Two workers may copy the template at the same moment, which PostgreSQL refuses now and then.
    await client.query("SELECT pg_advisory_lock(1)");
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${TEMPLATE}`);
  });
  return clusterUrl.replace("DATABASE", name);
}

/** Removes a database, whoever is still connected. */
export async function dropDatabase(clusterUrl: string, name: string): Promise<void> {
  await onServer(clusterUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}

function opened(name: string): FreshDatabase {
  const url = inject("clusterUrl").replace("DATABASE", name);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => {});
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      await dropDatabase(inject("clusterUrl"), name);
    },
  };
}

const nameOf = (kind: string): string => `${kind}_${process.pid}_${Date.now().toString(36)}_${++counter}`;

/** Another migrated, empty database, for tests that compare two or that break one. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = nameOf("fresh");
  await createDatabase(inject("clusterUrl"), name);
  return opened(name);
}

/** An address of a database without any table, for tests of migrations. */
export async function blankDatabase(): Promise<FreshDatabase> {
  const name = nameOf("blank");
  await onServer(inject("clusterUrl"), (client) => client.query(`CREATE DATABASE ${name}`));
  return opened(name);
}

let own: pg.Pool | undefined;

/** A pool on this test file's database, apart from the application's own. */
export function testPool(): pg.Pool {
  if (own === undefined) {
    own = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 2, allowExitOnIdle: true });
    own.on("error", () => {});
  }
  return own;
}

/** Empties every table that holds rows, except those which the migrations fill. */
export async function truncateAll(pool: pg.Pool = testPool()): Promise<void> {
  const kept = new Set(inject("keptTables"));
  const { rows } = await pool.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const tables = rows.map((row) => row.name).filter((name) => !kept.has(name));
  if (tables.length === 0) return;
  const probes = tables.map((name) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`);
  const filled = await pool.query<{ name: string }>(probes.join(" UNION ALL "));
  if (filled.rows.length === 0) return;
  await pool.query(`TRUNCATE ${filled.rows.map((row) => row.name).join(", ")} RESTART IDENTITY CASCADE`);
}

/** Say this at the top of a test file: every test of it begins with empty tables. */
export function emptyBeforeEach(): void {
  beforeEach(() => truncateAll());
}
