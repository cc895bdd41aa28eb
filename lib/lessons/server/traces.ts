import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/** What is looked for: ids wherever they stand; digests in bytes; names in rows of the class alone, since another class may have the same; words everywhere. */
export type Needles = { readonly projectId: string; readonly ids: readonly string[]; readonly digests: readonly Buffer[]; readonly names: readonly string[]; readonly words: readonly string[] };

/** What a search of the whole database found. `unsearched` tables took too long. */
export type Search = { tables: number; columns: number; traces: { table: string; column: string; rows: number }[]; unsearched: string[] };

type Column = { table: string; column: string; kind: "uuid" | "uuids" | "bytes" | "text"; ofProject: boolean };

const COLUMNS = `
  SELECT c.table_name AS table, c.column_name AS column,
         CASE WHEN c.udt_name = 'uuid' THEN 'uuid' WHEN c.udt_name = '_uuid' THEN 'uuids' WHEN c.udt_name = 'bytea' THEN 'bytes' ELSE 'text' END AS kind,
         EXISTS (SELECT FROM information_schema.columns p WHERE p.table_schema = c.table_schema AND p.table_name = c.table_name AND p.column_name = 'project_id') AS "ofProject"
  FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
  WHERE c.table_schema = current_schema() AND (c.udt_name IN ('uuid', '_uuid', 'bytea', 'text', '_text', 'varchar', '_varchar', 'bpchar', 'name', 'citext', 'json', 'jsonb', 'xml', 'tsvector'))
  ORDER BY 1, c.ordinal_position`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

// $1 ids, $2 ids as text, $3 digests, $4 words, $5 names, $6 the class.
function condition({ column, kind, ofProject }: Column): string {
  const at = quoted(column);
  if (kind === "uuid") return `${at} = ANY($1::uuid[])`;
  if (kind === "uuids") return `${at} && $1::uuid[]`;
  if (kind === "bytes") return `(${at} = ANY($3::bytea[]) OR EXISTS (SELECT FROM unnest($2::text[] || $4::text[]) n WHERE position(convert_to(n, 'UTF8') IN ${at}) > 0))`;
  // In JSON a quotation mark stands behind a backslash.
  const anywhere = `EXISTS (SELECT FROM unnest($2::text[] || $4::text[]) n WHERE strpos(${at}::text, n) > 0 OR strpos(${at}::text, btrim(to_json(n)::text, '"')) > 0)`;
  return ofProject ? `(${anywhere} OR project_id = $6::uuid AND EXISTS (SELECT FROM unnest($5::text[]) n WHERE strpos(${at}::text, n) > 0))` : anywhere;
}

const TOO_LONG = "57014";

/** Looks through every column of every table that can hold an id, a digest or words, in the caller's transaction. */
export async function searchTraces(_actor: Actor, { projectId, ids, digests, names, words }: Needles, tx: Sql): Promise<Search> {
  const columns = await rows<Column>(COLUMNS, [], tx);
  const tables = new Map<string, Column[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  const search: Search = { tables: tables.size, columns: columns.length, traces: [], unsearched: [] };
  for (const [table, its] of tables) {
    await rows("SAVEPOINT searching", [], tx);
    try {
      const [found] = await rows<Record<string, number>>(
        `SELECT ${its.map((one, n) => `count(*) FILTER (WHERE ${condition(one)})::int AS c${n}`).join(", ")} FROM ${quoted(table)}
         WHERE $1::uuid[] IS NOT NULL AND $2::text[] IS NOT NULL AND $3::bytea[] IS NOT NULL AND $4::text[] IS NOT NULL AND $5::text[] IS NOT NULL AND $6::uuid IS NOT NULL`,
        [ids, ids, digests, words, names, projectId],
        tx,
      );
      its.forEach(({ column }, n) => {
        const hits = found?.[`c${n}`] ?? 0;
        if (hits > 0) search.traces.push({ table, column, rows: hits });
      });
      await rows("RELEASE SAVEPOINT searching", [], tx);
    } catch (error) {
      if ((error as { code?: string }).code !== TOO_LONG) throw error;
      await rows("ROLLBACK TO SAVEPOINT searching", [], tx);
      search.unsearched.push(table);
    }
  }
  return search;
}
