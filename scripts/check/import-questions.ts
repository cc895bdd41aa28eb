import { BLOCK_REASONS } from "@/lib/articles/extract/understood";
import { READING_VERSION } from "@/lib/articles/server/reading";
import type { Question } from "./question";

/** What must hold of what comes in: imports, what articles were made from, and what they are found by. */
export const IMPORT_QUESTIONS: readonly Question[] = [
  {
    name: "counts of an import equal a recount of its rows",
    sql: `SELECT format('import %s: kept %s of %s, counted %s of %s', i.id, i.kept + i.joined, i.seen, r.added, r.seen) AS what FROM import i
          CROSS JOIN LATERAL (SELECT count(*)::int AS seen, count(*) FILTER (WHERE state = 'kept')::int AS kept, count(*) FILTER (WHERE state = 'joined')::int AS joined, count(*) FILTER (WHERE state IN ('kept', 'joined'))::int AS added,
            count(*) FILTER (WHERE state = 'refused')::int AS refused FROM import_row r WHERE r.project_id = i.project_id AND r.import_id = i.id) r
          WHERE (i.seen, i.kept, i.joined, i.refused) IS DISTINCT FROM (r.seen, r.kept, r.joined, r.refused)`,
  },
  {
    name: "files of imports have arrived as far as they say",
    sql: `SELECT format('file %s of import %s', f.id, f.import_id) AS what FROM import_file f JOIN import i ON i.project_id = f.project_id AND i.id = f.import_id
          WHERE i.state IN ('receiving', 'reading', 'ready', 'adding') AND f.url IS NULL
            AND f.received <> (SELECT coalesce(sum(length(c.bytes)), 0) FROM import_chunk c WHERE c.project_id = f.project_id AND c.file_id = f.id)`,
  },
  {
    name: "captures are what their sha256 says, of a revision of their article",
    sql: `SELECT format('capture %s', c.id) AS what FROM capture c JOIN revision r ON r.project_id = c.project_id AND r.id = c.revision_id WHERE c.sha256 <> sha256(c.bytes) OR r.article_id <> c.article_id`,
  },
  {
    name: "reasons of blocks are known ones",
    sql: `SELECT format('block %s of revision %s: %s', ordinal, revision_id, reason) AS what FROM block WHERE reason <> ALL('{${BLOCK_REASONS.join(",")}}'::text[])`,
  },
  {
    name: "every article that was read has its print, of its current revision, and can be searched",
    sql: `SELECT format('article %s', a.id) AS what FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id AND r.reading_version >= ${READING_VERSION}
          LEFT JOIN copy_print p ON p.project_id = a.project_id AND p.article_id = a.id
          WHERE p.revision_id IS DISTINCT FROM r.id
             OR NOT EXISTS (SELECT FROM search_chunk s WHERE s.project_id = a.project_id AND s.article_id = a.id) AND EXISTS (SELECT FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id AND b.kind <> 'chrome')`,
  },
];
