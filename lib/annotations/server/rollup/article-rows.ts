import "server-only";
import { COUNTS, type Extent, FAMILY, within } from "./base-sql";

const SIGN = (prefixes: readonly string[]): string => {
  const sum = (framing: string) => prefixes.map((voice) => `${voice}_${framing}`).join(" + ");
  return `coalesce(((${sum("advocacy")}) - (${sum("critical")}))::float8 / nullif((${sum("advocacy")}) + (${sum("neutral")}) + (${sum("critical")}), 0), 0)`;
};
const NET = (prefixes: readonly string[]): string => `(${prefixes.map((voice) => `${voice}_advocacy - ${voice}_critical`).join(" + ")})::float8 / nullif(code_points, 0) * 1000`;

/** The fifteen counts of one coder, 0 where there is no row. */
const EACH = COUNTS.map((column) => `coalesce(v.${column}, 0) AS ${column}`).join(", ");

/** Sums and means over coders: the columns of `rollup_article` behind `addressed_published`. */
const OVER_CODERS = `
  ${COUNTS.map((column) => `sum(${column})::int AS ${column}`).join(", ")},
  avg(${SIGN(["own"])}) AS own_sign, avg(${SIGN(["own", "publisher"])}) AS own_sign_published, avg(${SIGN(["quoted"])}) AS quoted_sign,
  avg(${SIGN(["own", "quoted", "embedded", "none"])}) AS all_sign, avg(${SIGN(["own", "publisher", "quoted", "embedded", "none"])}) AS all_sign_published,
  avg(${NET(["own"])}) AS net_per_1000, avg(${NET(["own", "publisher"])}) AS net_per_1000_published`;

/**
 * What every coder of an article made of a target that it addresses, as a relation `each_coder`, from three others:
 * `cell` (article_id, layer, target_id, family, addressed, addressed_published), `coder` (article_id, layer, coder_id,
 * code_points) and `marked` (rows of `rollup_mark`). A coder without marks has zeros: evidence of neutrality. Where no
 * mark of an article is about a target below, the target's own marks are those of the family. Where no cell is that of
 * a family, `families` is false.
 */
export const EACH_CODER = (extent: Extent, families = true): string => `value AS (
  SELECT article_id, layer, target_id, family, coder_id, ${COUNTS.map((column) => `sum(${column})::int AS ${column}`).join(", ")} FROM marked GROUP BY article_id, layer, target_id, family, coder_id
)${families ? `, folded AS (
  SELECT DISTINCT article_id, layer, target_id, true AS there FROM rollup_mark WHERE project_id = $1 ${within("article_id", extent)} AND family
)` : ""}, each_coder AS (
  SELECT cell.*, coder.coder_id, coder.code_points, ${EACH}
  FROM cell ${families ? "LEFT JOIN folded f ON cell.family AND f.article_id = cell.article_id AND f.layer = cell.layer AND f.target_id = cell.target_id" : ""}
  JOIN coder ON coder.article_id = cell.article_id AND coder.layer = cell.layer
  LEFT JOIN value v ON v.article_id = cell.article_id AND v.layer = cell.layer AND v.target_id = cell.target_id AND v.coder_id = coder.coder_id AND v.family = ${families ? "coalesce(f.there, false)" : "false"}
)`;

/** The relation `over_coders`: `each_coder` as one row for an article and a target, as `rollup_article` has it. */
export const OVER_EACH = `over_coders AS (
  SELECT article_id, target_id, layer, family, coalesce(array_agg(coder_id ORDER BY coder_id) FILTER (WHERE layer = 'raw'), '{}') AS coder_ids, count(*)::int AS coders, addressed, addressed_published, ${OVER_CODERS}
  FROM each_coder GROUP BY article_id, target_id, layer, family, addressed, addressed_published
)`;

// Of a target and one merged into it, what a coordinator said of the one itself stands.
const SAID_BY_HAND = (extent: Extent): string => `by_hand AS (
  SELECT DISTINCT ON (m.article_id, coalesce(t.merged_into_id, t.id)) m.article_id, coalesce(t.merged_into_id, t.id) AS target_id, m.addressed
  FROM address_mark m JOIN target t ON t.project_id = m.project_id AND t.id = m.target_id WHERE m.project_id = $1 ${within("m.article_id", extent)} AND m.addressed IS NOT NULL
  ORDER BY m.article_id, coalesce(t.merged_into_id, t.id), t.merged_into_id IS NOT NULL, m.at DESC, m.target_id
)`;

/**
 * Which article addresses which target, by layer, as a relation `addressing`: some coder has a mark about it; or,
 * unless a coordinator says that it does not, a coordinator says that it does, or (where evidence counts) somebody
 * judged it so or as unclear, or nobody judged it and a certain name of it stands in the body.
 */
const ADDRESSING = (extent: Extent): string => `evidence AS (
  SELECT article_id, layer, target_id, own_advocacy + own_neutral + own_critical + quoted_advocacy + quoted_neutral + quoted_critical + embedded_advocacy + embedded_neutral + embedded_critical + none_advocacy + none_neutral + none_critical > 0 AS marked,
         true AS published, false AS judged, false AS said, false AS named FROM rollup_mark WHERE project_id = $1 ${within("article_id", extent)} AND NOT family
  UNION ALL SELECT article_id, layer, target_id, false, false, n + unclear > 0, true, false FROM rollup_judgement WHERE project_id = $1 ${within("article_id", extent)}
  UNION ALL
  SELECT c.article_id, c.layer, coalesce(t.merged_into_id, t.id), false, false, false, false, true FROM (SELECT DISTINCT article_id, layer FROM rollup_coder WHERE project_id = $1 ${within("article_id", extent)}) c
  JOIN target_mention m ON m.project_id = $1 AND m.article_id = c.article_id JOIN target t ON t.project_id = m.project_id AND t.id = m.target_id
  UNION ALL
  SELECT c.article_id, c.layer, by_hand.target_id, false, false, false, false, false FROM (SELECT DISTINCT article_id, layer FROM rollup_coder WHERE project_id = $1 ${within("article_id", extent)}) c JOIN by_hand USING (article_id)
), addressing AS (
  SELECT x.article_id, x.layer, x.target_id, x.marked OR x.otherwise AS addressed, x.published OR x.otherwise AS addressed_published FROM (
    SELECT e.article_id, e.layer, e.target_id, bool_or(e.marked) AS marked, bool_or(e.published) AS published,
           coalesce(bool_and(h.addressed), (SELECT addressed_by = 'evidence' FROM project WHERE id = $1) AND (bool_or(e.judged) OR NOT bool_or(e.said) AND bool_or(e.named))) AS otherwise
    FROM evidence e LEFT JOIN by_hand h USING (article_id, target_id) GROUP BY e.article_id, e.layer, e.target_id
  ) x
)`;

/** The rows of `rollup_article`, from `rollup_mark`, `rollup_coder` and `rollup_judgement`: direct marks alone, under every device, source and codebook. */
export const ARTICLE_ROWS = (extent: Extent): string => `
WITH ${FAMILY}, ${SAID_BY_HAND(extent)}, ${ADDRESSING(extent)}, cell AS (
  SELECT article_id, layer, target_id, false AS family, addressed, addressed_published FROM addressing WHERE addressed_published
  UNION ALL
  SELECT article_id, layer, top, true, bool_or(addressed), bool_or(addressed_published) FROM addressing JOIN family ON family.id = addressing.target_id WHERE addressed_published GROUP BY article_id, layer, top HAVING bool_or(family.id <> family.top)
), coder AS (
  SELECT article_id, layer, coder_id, code_points FROM rollup_coder WHERE project_id = $1 ${within("article_id", extent)}
), marked AS (
  SELECT * FROM rollup_mark WHERE project_id = $1 ${within("article_id", extent)} AND directness = 'direct'
), ${EACH_CODER(extent)}, ${OVER_EACH}
SELECT $1::uuid AS project_id, o.article_id, o.target_id, o.layer, o.family, ar.outlet_id, ar.publisher_id, o.coder_ids, o.coders, o.addressed, o.addressed_published, ${COUNTS.map((column) => `o.${column}`).join(", ")},
       o.own_sign, o.own_sign_published, o.quoted_sign, o.all_sign, o.all_sign_published, o.net_per_1000, o.net_per_1000_published
FROM over_coders o JOIN article ar ON ar.project_id = $1 AND ar.id = o.article_id`;
