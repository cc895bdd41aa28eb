import type { ClientBase } from "pg";
import pg from "pg";

/** A table of ours with the columns that hold data (generated ones are computed anew). */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A foreign key that points at a table which is loaded later. */
export interface Backward {
  readonly table: string;
  readonly constraint: string;
}

const quoted = pg.escapeIdentifier;

/** `"a", "b"` for SQL. */
export const list = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** Every table of the application, without the record of migrations. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'
    GROUP BY 1 ORDER BY 1`);
  return rows;
}

/** Makes values read the same in every session: their text is what is hashed. For the open transaction. */
export async function plainText(client: ClientBase): Promise<void> {
  for (const [name, value] of [["timezone", "UTC"], ["datestyle", "ISO"], ["intervalstyle", "iso_8601"], ["extra_float_digits", "1"], ["bytea_output", "hex"]]) {
    await client.query("SELECT set_config($1, $2, true)", [name, value]);
  }
}

/** The number of rows, and one number over all of them that does not depend on their order. */
export async function countAndHash(client: ClientBase, table: Table): Promise<{ rows: number; hash: string }> {
  const { rows } = await client.query<{ rows: string; hash: string }>(
    `SELECT count(*)::text AS rows,
            coalesce(sum(('x' || substr(d, 1, 16))::bit(64)::bigint::numeric), 0)::text || '/' ||
            coalesce(sum(('x' || substr(d, 17, 16))::bit(64)::bigint::numeric), 0)::text AS hash
     FROM (SELECT md5(t::text) AS d FROM (SELECT ${list(table.columns)} FROM ${quoted(table.name)}) t) digests`,
  );
  return { rows: Number(rows[0]?.rows), hash: rows[0]?.hash ?? "" };
}

/** The tables in an order in which each stands after those it refers to; `backward` are the keys for which that cannot be. */
export async function loadingOrder(client: ClientBase, tables: readonly Table[]): Promise<{ order: Table[]; backward: Backward[] }> {
  const { rows } = await client.query<{ name: string; to: string; constraint: string }>(`
    SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS to, conname AS constraint
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid ORDER BY 1, 3`);
  const keys = rows.map((row) => ({ ...row, name: row.name.replaceAll('"', ""), to: row.to.replaceAll('"', "") }));
  const left = new Map(tables.map((table) => [table.name, table]));
  const order: Table[] = [];
  while (left.size > 0) {
    const waits = (name: string) => keys.filter((key) => key.name === name && left.has(key.to)).length;
    // In a ring of references the table with the fewest open ones goes first.
    const next = [...left.values()].sort((a, b) => waits(a.name) - waits(b.name) || (a.name < b.name ? -1 : 1))[0];
    if (next === undefined) break;
    left.delete(next.name);
    order.push(next);
  }
  const placeOf = new Map(order.map((table, place) => [table.name, place]));
  const backward = keys
    .filter((key) => (placeOf.get(key.to) ?? 0) > (placeOf.get(key.name) ?? 0))
    .map((key) => ({ table: key.name, constraint: key.constraint }));
  return { order, backward };
}
