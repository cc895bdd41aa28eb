import type pg from "pg";
import type { Saved } from "./annotator";

/** What must never be in a database after any crash; each query gives the rows that are wrong. */
const NEVER: readonly (readonly [string, string])[] = [
  ["spans without a part", "SELECT FROM span s WHERE NOT EXISTS (SELECT FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id)"],
  ["parts whose quote does not stand in the text", "SELECT FROM span_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id WHERE substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) <> p.quote"],
  ["spans whose events do not lead to their version", "SELECT FROM span s LEFT JOIN span_event e ON e.project_id = s.project_id AND e.span_id = s.id GROUP BY s.project_id, s.id, s.version HAVING count(e.version) <> s.version OR max(e.version) <> s.version"],
  ["spans that are not as their last event says", "SELECT FROM span s JOIN span_event e ON e.project_id = s.project_id AND e.span_id = s.id AND e.version = s.version WHERE e.after->>'framing' <> s.framing OR (e.after->>'deleted')::boolean <> (s.deleted_at IS NOT NULL)"],
  ["events without their operation", "SELECT FROM span_event e WHERE NOT EXISTS (SELECT FROM operation o WHERE o.project_id = e.project_id AND o.member_id = e.member_id AND o.op_id = e.op_id)"],
  ["operations that did not happen exactly once", "SELECT FROM operation o LEFT JOIN span_event e ON e.project_id = o.project_id AND e.op_id = o.op_id GROUP BY o.project_id, o.member_id, o.op_id HAVING count(e.version) <> 1"],
  [
    "counts that differ from a recount",
    `SELECT FROM (SELECT project_id, article_id, member_id, target_id, coalesce(voice, 'none') AS voice, framing, 'raw' AS layer, source_blind, codebook_version_id, from_suggestion, count(*) AS n
       FROM span WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) recount
     FULL JOIN (SELECT * FROM rollup_count WHERE n <> 0) kept USING (project_id, article_id, member_id, target_id, voice, framing, layer, source_blind, codebook_version_id, from_suggestion)
     WHERE recount.n IS DISTINCT FROM kept.n`,
  ],
];

type Row = { id: string; memberId: string; version: number; framing: string; deleted: boolean; start: number; quote: string };

function asWords(span: Row | Saved): string {
  return `${span.memberId} ${span.version} ${span.framing} ${span.deleted ? "deleted" : "stands"} ${span.start} ${span.quote}`;
}

/** Sentences on everything that is wrong: lost, doubled or half-written spans, and counts that do not agree. */
export async function problems(sql: Pick<pg.ClientBase, "query">, saved: readonly Saved[], operations: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, query] of NEVER) {
    const { rowCount } = await sql.query(query);
    if (rowCount) found.push(`${rowCount} ${name}`);
  }
  const { rows } = await sql.query<Row>(
    `SELECT s.id, s.member_id AS "memberId", s.version, s.framing, s.deleted_at IS NOT NULL AS deleted, p.start_offset AS start, p.quote
     FROM span s LEFT JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id`,
  );
  const there = new Map<string, Row[]>();
  for (const row of rows) there.set(row.id, [...(there.get(row.id) ?? []), row]);
  for (const span of saved) {
    const [row, ...more] = there.get(span.id) ?? [];
    if (row === undefined) found.push(`span ${span.id} was acknowledged and is lost`);
    else if (more.length > 0) found.push(`span ${span.id} is there ${more.length + 1} times`);
    else if (asWords(row) !== asWords(span)) found.push(`span ${span.id} is “${asWords(row)}”, acknowledged was “${asWords(span)}”`);
    there.delete(span.id);
  }
  for (const id of there.keys()) found.push(`span ${id} is there and was never acknowledged`);
  const { rows: done } = await sql.query<{ id: string }>("SELECT op_id AS id FROM operation");
  const known = new Set(done.map(({ id }) => id));
  if (known.size !== operations.length || !operations.every((id) => known.has(id))) found.push(`${operations.length} operations were acknowledged and ${known.size} are kept`);
  return found;
}
