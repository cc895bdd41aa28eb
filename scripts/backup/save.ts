import { open, rename, rm } from "node:fs/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { writeEnd, writeHeader, writeTable, type Header } from "@/scripts/backup/format";
import { countAndHash, list, loadingOrder, plainText, readTables } from "@/scripts/backup/tables";

async function header(client: pg.Client): Promise<Header> {
  const { order } = await loadingOrder(client, await readTables(client));
  const tables = [];
  for (const table of order) tables.push({ ...table, ...(await countAndHash(client, table)) });
  const migrations = await client.query<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name",
  );
  const sequences = await client.query<{ name: string; value: string }>(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
  );
  return {
    program: "slantwise",
    createdAt: new Date().toISOString(),
    migrations: migrations.rows,
    sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value])),
    tables,
  };
}

/**
 * Writes everything in a database to a file, as it stands at one moment, while people go on working. The file appears
 * under its name only when it is whole. Answers with what stands in its header.
 */
export async function saveBackup(url: string, file: string): Promise<Header> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const half = `${file}.part`;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await plainText(client);
    const head = await header(client);
    const handle = await open(half, "w", 0o600);
    try {
      await writeHeader(handle, head);
      for (const table of head.tables) {
        const sql = `COPY (SELECT ${list(table.columns)} FROM ${pg.escapeIdentifier(table.name)}) TO STDOUT`;
        await writeTable(handle, client.query(copyTo(sql)) as AsyncIterable<Buffer>);
      }
      await writeEnd(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await client.query("COMMIT");
    await rename(half, file);
    return head;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
