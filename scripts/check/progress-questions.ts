import { NO_OUTLET } from "@/lib/assignments/server/progress-counts";
import type { Question } from "./question";

const STANDING = `assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.state = 'active' AND a.state <> 'withdrawn'`;

/** The four counts of progress, each against a recount of the assignments, days and marks that it sums up. */
export const PROGRESS_QUESTIONS: readonly Question[] = [
  {
    name: "progress per annotator and outlet equals a recount of the assignments",
    sql: `SELECT format('annotator %s, outlet %s, %s %s: kept %s, counted %s', member_id, outlet_id, phase, state, coalesce(k.n, 0), coalesce(c.n, 0)) AS what
          FROM rollup_progress k
          FULL JOIN (SELECT a.project_id, a.member_id, coalesce(ar.outlet_id, '${NO_OUTLET}') AS outlet_id, a.phase, a.state, count(*)::int AS n FROM ${STANDING} GROUP BY 1, 2, 3, 4, 5) c
          USING (project_id, member_id, outlet_id, phase, state) WHERE coalesce(k.n, 0) <> coalesce(c.n, 0)`,
  },
  {
    name: "progress per article equals a recount of the assignments",
    sql: `SELECT format('article %s: kept %s of %s submitted, counted %s of %s', article_id, coalesce(k.submitted, 0), coalesce(k.assigned, 0), coalesce(c.submitted, 0), coalesce(c.assigned, 0)) AS what
          FROM article_progress k
          FULL JOIN (SELECT a.project_id, a.article_id, count(*)::int AS assigned, (count(*) FILTER (WHERE a.state = 'submitted'))::int AS submitted
                     FROM ${STANDING} WHERE a.phase <> 'practice' GROUP BY 1, 2) c
          USING (project_id, article_id) WHERE coalesce(k.assigned, 0) <> coalesce(c.assigned, 0) OR coalesce(k.submitted, 0) <> coalesce(c.submitted, 0)`,
  },
  {
    name: "labels per annotator equal a recount of the submitted marks",
    sql: `SELECT format('annotator %s, label %s: kept %s, counted %s', member_id, label, coalesce(k.n, 0), coalesce(c.n, 0)) AS what
          FROM rollup_label k
          FULL JOIN (SELECT s.project_id, s.member_id, l.label, count(*)::int AS n FROM ${STANDING}
                     JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL
                     CROSS JOIN LATERAL (SELECT s.framing AS label UNION ALL SELECT unnest(s.label_ids)::text) l
                     WHERE a.state = 'submitted' AND a.phase <> 'practice' GROUP BY 1, 2, 3) c
          USING (project_id, member_id, label) WHERE coalesce(k.n, 0) <> coalesce(c.n, 0)`,
  },
  {
    name: "first submissions per day equal a recount of the assignments",
    sql: `SELECT format('%s, annotator %s: kept %s, counted %s', day, member_id, coalesce(k.submitted, 0), coalesce(c.submitted, 0)) AS what
          FROM rollup_day k
          FULL JOIN (SELECT project_id, (first_submitted_at AT TIME ZONE 'UTC')::date AS day, member_id, count(*)::int AS submitted
                     FROM assignment WHERE first_submitted_at IS NOT NULL AND phase <> 'practice' GROUP BY 1, 2, 3) c
          USING (project_id, day, member_id) WHERE coalesce(k.submitted, 0) <> coalesce(c.submitted, 0)`,
  },
];
