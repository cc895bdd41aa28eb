import { COUNTS } from "@/lib/annotations/server/rollup/base-sql";
import type { Question } from "./question";

const row = (alias: string, columns: readonly string[]): string => `(${columns.map((column) => `${alias}.${column}`).join(", ")})`;
const MEANS = ["own_sign", "own_sign_published", "quoted_sign", "all_sign", "all_sign_published", "net_per_1000", "net_per_1000_published"];
const ARTICLE = ["outlet_id", "publisher_id", "coder_ids", "coders", "addressed", "addressed_published", ...COUNTS];

/** All that stands in a JSON document without its keys: numbers alone, or all but numbers, in order. */
const leaves = (document: string, numbers: boolean): string =>
  `ARRAY(SELECT ${numbers ? "(leaf #>> '{}')::numeric" : "leaf #>> '{}'"} FROM jsonb_path_query(${document}, 'strict $.**') WITH ORDINALITY AS each(leaf, place) WHERE jsonb_typeof(leaf) ${numbers ? "= 'number'" : "IN ('string', 'null')"} ORDER BY place)`;

/** Whether the counts that figures are made of, computed anew into tables `re…`, equal those that are kept. */
export const FIGURE_QUESTIONS: readonly Question[] = [
  {
    name: "counts per coder equal a recount of the marks",
    sql: `SELECT format('article %s, target %s, %s, coder %s', article_id, target_id, layer, coder_id) AS what
          FROM rollup_mark k FULL JOIN remark c USING (project_id, article_id, target_id, layer, family, coder_id, directness, device, source_blind, codebook_version_id) WHERE ${row("k", COUNTS)} IS DISTINCT FROM ${row("c", COUNTS)}`,
  },
  {
    name: "coders of articles equal a recount of the submitted work",
    sql: `SELECT format('article %s, %s, coder %s', article_id, layer, coder_id) AS what FROM rollup_coder k FULL JOIN recoder c USING (project_id, article_id, layer, coder_id)
          WHERE (k.code_points, k.hidden_version_ids, k.shown_version_ids) IS DISTINCT FROM (c.code_points, c.hidden_version_ids, c.shown_version_ids)`,
  },
  {
    name: "judgements per article equal a recount of what was judged",
    sql: `SELECT format('article %s, target %s, %s', article_id, target_id, layer) AS what FROM rollup_judgement k FULL JOIN rejudgement c USING (project_id, article_id, target_id, layer)
          WHERE (k.n, k.total, k.unclear, k.not_addressed, k.coder_ids) IS DISTINCT FROM (c.n, c.total, c.unclear, c.not_addressed, c.coder_ids)`,
  },
  {
    name: "counts per article equal a recount of the submitted work",
    sql: `SELECT format('article %s, target %s, %s', article_id, target_id, layer) AS what
          FROM rollup_article k FULL JOIN rearticle c USING (project_id, article_id, target_id, layer, family)
          WHERE ${row("k", ARTICLE)} IS DISTINCT FROM ${row("c", ARTICLE)} OR ${MEANS.map((column) => `abs(coalesce(k.${column}, 9e9) - coalesce(c.${column}, 9e9)) > 1e-9`).join(" OR ")}`,
  },
  {
    name: "sums per outlet equal a recount of the counts per article",
    sql: `SELECT format('%s %s, target %s', grouping, outlet_id, target_id) AS what FROM rollup_outlet k FULL JOIN reoutlet c USING (project_id, grouping, outlet_id, target_id)
          WHERE k.sums IS NULL OR c.sums IS NULL OR ${leaves("k.sums", false)} <> ${leaves("c.sums", false)}
             OR EXISTS (SELECT FROM unnest(${leaves("k.sums", true)}, ${leaves("c.sums", true)}) AS side(kept, found) WHERE abs(kept - found) > 1e-9 OR kept IS NULL OR found IS NULL)`,
  },
];
