import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { STANDS } from "@/lib/adjudication/server/decision-rows";
import { COUNTED_VOICE, COUNTED_WORK, SOURCES } from "@/lib/annotations/server/rollup";
import { type BlockKind, isAnnotatable } from "@/lib/articles/blocks";
import { rows } from "@/lib/platform/database";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import type { WordsChoice } from "../words/report";
import { checkCompares } from "./sight";

/** A stretch of an article's text; offsets in code points. */
export type Stretch = { readonly start: number; readonly end: number; readonly text: string };
/** A range of code points. */
export type Range = { readonly start: number; readonly end: number };

/** Articles that are read at once: their texts are all that is in memory. */
const CHUNK = 100;

/** Calls `take` with what each article says, block by block, without chrome and bylines; where ranges are given, with those alone. */
export async function eachText(actor: MemberActor, ids: readonly string[], ranges: ReadonlyMap<string, readonly Range[]> | null, take: (articleId: string, stretches: readonly Stretch[]) => void): Promise<void> {
  checkCompares(actor);
  for (let from = 0; from < ids.length; from += CHUNK) {
    const texts = await rows<{ id: string; text: string; blocks: { kind: BlockKind; start: number; end: number }[] }>(
      `SELECT a.id, r.text, (SELECT coalesce(json_agg(json_build_object('kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = a.project_id AND b.revision_id = r.id) AS blocks
       FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = ANY($2::uuid[]) ORDER BY a.id`,
      [actor.projectId, ids.slice(from, from + CHUNK)],
    );
    for (const { id, text, blocks } of texts) {
      const index = new TextIndex(text);
      const wanted = ranges === null ? blocks.filter(({ kind }) => isAnnotatable(kind)) : (ranges.get(id) ?? []);
      take(id, wanted.map(({ start, end }) => ({ start, end, text: index.slice(codePoint(start), codePoint(end)) })));
    }
  }
}

// One line for each place of each coder; places that several coders chose become one afterwards.
const MARKED = `
SELECT "articleId", start, "end" FROM (
  SELECT ar.id AS "articleId", ar.project_id, ar.current_revision_id, sp.start_offset AS start, sp.end_offset AS "end"
  FROM article ar ${SOURCES} JOIN assignment a ON a.project_id = ar.project_id AND a.article_id = ar.id AND ${COUNTED_WORK}
  JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL AND s.directness = 'direct' AND s.framing = ANY($4::text[])
  JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id AND ($3::uuid IS NULL OR coalesce(t.merged_into_id, t.id) = $3)
  JOIN span_part sp ON sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id
  WHERE ar.project_id = $1 AND ($2::uuid IS NULL OR EXISTS (SELECT FROM article_set_item i WHERE i.project_id = $1 AND i.set_id = $2 AND i.article_id = ar.id)) AND ($5::boolean OR ${COUNTED_VOICE} = 'own')
    AND NOT EXISTS (SELECT FROM adjudication j WHERE j.project_id = ar.project_id AND j.article_id = ar.id AND j.state = 'settled')
  UNION ALL
  SELECT ar.id, ar.project_id, ar.current_revision_id, sp.start_offset, sp.end_offset
  FROM article ar JOIN adjudication j ON j.project_id = ar.project_id AND j.article_id = ar.id AND j.state = 'settled' ${SOURCES}
  JOIN settled_span s ON s.project_id = ar.project_id AND s.article_id = ar.id AND s.directness = 'direct' AND s.framing = ANY($4::text[])
  JOIN decision d ON d.project_id = s.project_id AND d.id = s.decision_id AND ${STANDS}
  JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id AND ($3::uuid IS NULL OR coalesce(t.merged_into_id, t.id) = $3)
  JOIN settled_part sp ON sp.project_id = s.project_id AND sp.settled_span_id = s.id AND sp.revision_id = ar.current_revision_id
  WHERE ar.project_id = $1 AND ($2::uuid IS NULL OR EXISTS (SELECT FROM article_set_item i WHERE i.project_id = $1 AND i.set_id = $2 AND i.article_id = ar.id))
    AND ($5::boolean OR s.voice = 'own' AND NOT (outlet.id IS DISTINCT FROM publisher.id AND outlet.id IS NOT NULL AND publisher.id IS NOT NULL AND EXISTS (
      SELECT FROM block b WHERE b.project_id = ar.project_id AND b.revision_id = ar.current_revision_id AND b.start_offset < sp.end_offset AND sp.start_offset < b.end_offset AND b.kind IN ('headline', 'heading', 'caption'))))
) marked
WHERE NOT EXISTS (SELECT FROM block b WHERE b.project_id = marked.project_id AND b.revision_id = marked.current_revision_id AND b.start_offset < marked."end" AND marked.start < b.end_offset AND b.kind IN ('chrome', 'byline'))
ORDER BY "articleId", start, "end" LIMIT 200000`;

/** Where coders marked what the choice asks for, by article: the settled record where there is one, else counted work. What several marked stands once; ranges are in order and apart. */
export async function markedRanges(actor: MemberActor, { setId, targetId, framing, voice }: WordsChoice): Promise<Map<string, Range[]>> {
  checkCompares(actor);
  const framings = framing === "loaded" ? ["advocacy", "critical"] : [framing];
  const found = await rows<Range & { articleId: string }>(MARKED, [actor.projectId, setId, targetId, framings, voice === "all"]);
  const ranges = new Map<string, Range[]>();
  for (const { articleId, start, end } of found) {
    const own = ranges.get(articleId) ?? [];
    ranges.set(articleId, own);
    const last = own.at(-1);
    if (last !== undefined && start < last.end) own[own.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else own.push({ start, end });
  }
  return ranges;
}
