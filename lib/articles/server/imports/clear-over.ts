import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";

/** Chunks (4 MiB each) and rows that one statement clears, so that none runs out of its time. */
const [CHUNKS, ROWS] = [16, 500];
const JOINED = "i.project_id = f.project_id AND i.id = f.import_id";

/**
 * Clears away what was sent for imports that are over: the bytes of their files, and of cancelled and failed ones also the
 * words of rows. Of an import that is done the words of what was refused or left out stay for 30 days. In small steps,
 * at most `steps` of them; what is left the next call does. Answers with how many steps it took.
 */
export async function clearOver(actor: Actor, { importId = null, steps = Infinity }: { readonly importId?: string | null; readonly steps?: number } = {}): Promise<number> {
  const statements = [
    `DELETE FROM import_chunk c USING (SELECT c.project_id, c.file_id, c.ordinal FROM import i JOIN import_file f ON ${JOINED} JOIN import_chunk c ON c.project_id = f.project_id AND c.file_id = f.id
       WHERE i.state IN ('done', 'cancelled', 'failed') AND ($1::uuid IS NULL OR i.id = $1) LIMIT ${CHUNKS}) x WHERE c.project_id = x.project_id AND c.file_id = x.file_id AND c.ordinal = x.ordinal RETURNING 1`,
    `UPDATE import_row r SET text = NULL, understood = NULL, raw = NULL, words_digest = NULL, bands = NULL FROM (SELECT r.project_id, r.import_id, r.ordinal FROM import i JOIN import_row r ON r.project_id = i.project_id AND r.import_id = i.id
       WHERE (i.state IN ('cancelled', 'failed') OR i.state = 'done' AND i.finished_at < now() - interval '30 days') AND ($1::uuid IS NULL OR i.id = $1) AND (r.text IS NOT NULL OR r.understood IS NOT NULL OR r.raw IS NOT NULL) LIMIT ${ROWS}) x
       WHERE r.project_id = x.project_id AND r.import_id = x.import_id AND r.ordinal = x.ordinal RETURNING 1`,
  ];
  let taken = 0;
  if (actor.kind === "anonymous") return taken;
  for (const statement of statements) while (taken < steps && (await rows(statement, [importId])).length > 0) taken += 1;
  return taken;
}
