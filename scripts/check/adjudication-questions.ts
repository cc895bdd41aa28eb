import type { Question } from "./question";

/** What must hold of settled records: words as they stand, marks of the same article, chains of decisions without a loop, rows that say what decisions say. */
export const ADJUDICATION_QUESTIONS: readonly Question[] = [
  {
    name: "quotes of settled marks stand in the text at their offsets, on a revision of their own article",
    sql: `SELECT format('settled mark %s, part %s of revision %s', p.settled_span_id, p.ordinal, p.revision_id) AS what
          FROM settled_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id JOIN settled_span z ON z.project_id = p.project_id AND z.id = p.settled_span_id
          WHERE r.article_id <> z.article_id OR p.end_offset > r.code_points OR p.quote <> substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset)`,
  },
  {
    name: "every settled mark has its words, and belongs to the article of its decision",
    sql: `SELECT format('settled mark %s', z.id) AS what FROM settled_span z JOIN decision d ON d.project_id = z.project_id AND d.id = z.decision_id
          WHERE d.article_id <> z.article_id OR d.outcome <> 'settled' OR NOT EXISTS (SELECT FROM settled_part p WHERE p.project_id = z.project_id AND p.settled_span_id = z.id)`,
  },
  {
    name: "a decision is replaced by a later one on the same article",
    sql: `SELECT format('decision %s by %s', x.decision_id, x.by_id) AS what FROM decision_replaced x JOIN decision d ON d.project_id = x.project_id AND d.id = x.decision_id JOIN decision b ON b.project_id = x.project_id AND b.id = x.by_id
          WHERE d.article_id <> b.article_id OR d.number >= b.number`,
  },
  {
    name: "no mark has two decisions that stand",
    sql: `SELECT format('mark %s', s.span_id) AS what FROM decision_span s JOIN decision d ON d.project_id = s.project_id AND d.id = s.decision_id AND d.outcome <> 'reopened'
          WHERE NOT EXISTS (SELECT FROM decision_replaced x WHERE x.project_id = d.project_id AND x.decision_id = d.id) GROUP BY s.project_id, s.span_id HAVING count(*) > 1`,
  },
  {
    name: "settled articles have a settlement that stands and nothing undecided",
    sql: `SELECT format('article %s', j.article_id) AS what FROM adjudication j WHERE j.state = 'settled' AND (j.undecided > 0 OR NOT EXISTS (SELECT FROM decision d WHERE d.project_id = j.project_id AND d.article_id = j.article_id AND d.subject = 'article' AND d.outcome = 'settled'
            AND NOT EXISTS (SELECT FROM decision_replaced x WHERE x.project_id = d.project_id AND x.decision_id = d.id)))`,
  },
];
