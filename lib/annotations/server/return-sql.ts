import "server-only";

/** What a message of an assignment's thread holds where it is a return; the others hold words, under `text`. */
export type ReturnBody = { comment: string; spanIds: string[]; number: number };

/** The returns of an assignment in project $1, the newest last. A comment that was blanked with its author stays as an empty one. */
export const RETURNS_JSON = (assignment: string): string => `(
  SELECT coalesce(json_agg(json_build_object('at', g.created_at, 'by', m.pseudonym, 'comment', coalesce(g.body ->> 'comment', ''), 'spanIds', coalesce(g.body -> 'spanIds', '[]'), 'number', coalesce((g.body ->> 'number')::int, 0)) ORDER BY g.created_at, g.id), '[]')
  FROM thread h JOIN message g ON g.project_id = h.project_id AND g.thread_id = h.id LEFT JOIN member m ON m.project_id = g.project_id AND m.id = g.member_id
  WHERE h.project_id = $1 AND h.subject = 'assignment' AND h.subject_id = ${assignment} AND NOT g.body ? 'text')`;
