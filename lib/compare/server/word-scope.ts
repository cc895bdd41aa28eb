import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { SOURCES } from "@/lib/annotations/server/rollup";
import { binder, visibleArticles } from "@/lib/articles/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { WordsScope } from "../words/report";
import { checkCompares } from "./sight";

/** An article whose words are an outlet's: of the copies of a work in one outlet, one. */
export type ScopedArticle = { readonly id: string; readonly title: string; readonly outletId: string; readonly outlet: string; readonly language: string | null; readonly codePoints: number };
export type Scope = { readonly told: WordsScope; readonly articles: readonly ScopedArticle[] };

/** More is not looked at while somebody waits. */
const MOST_ARTICLES = 2_000;
const MOST_CODE_POINTS = 3_000_000;

/**
 * The articles of a set or of the project that the actor may see, one for each work and outlet, the newest first.
 * @param among only these count, where given: of copies of a work, one of these
 */
export async function readScope(actor: MemberActor, setId: string | null, among: readonly string[] | null = null): Promise<Scope> {
  checkCompares(actor);
  const set = setId === null ? null : await row<{ id: string; name: string }>("SELECT id, name FROM article_set WHERE project_id = $1 AND id = $2", [actor.projectId, setId]);
  if (set === undefined) throw notFound();
  const { values, bind } = binder();
  const seen = visibleArticles(actor, bind, "ar");
  const [project, chosen, ids] = [bind(actor.projectId), bind(setId), bind(among)];
  const found = await rows<Omit<ScopedArticle, "outletId" | "outlet"> & { outletId: string | null; outlet: string | null; day: string | null }>(
    `SELECT * FROM (
       SELECT DISTINCT ON (outlet.id, ar.work_id) ar.id, ar.title, outlet.id AS "outletId", o.name AS outlet, ar.language, r.code_points AS "codePoints", ar.published_on::text AS day
       FROM article ar ${SOURCES} LEFT JOIN outlet o ON o.project_id = ar.project_id AND o.id = outlet.id JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id
       WHERE ${seen} AND ar.state = 'active' AND (${ids}::uuid[] IS NULL OR ar.id = ANY(${ids}::uuid[]))
         AND (${chosen}::uuid IS NULL OR EXISTS (SELECT FROM article_set_item i WHERE i.project_id = ${project}::uuid AND i.set_id = ${chosen}::uuid AND i.article_id = ar.id))
       ORDER BY outlet.id, ar.work_id, ar.id
     ) one ORDER BY day DESC NULLS LAST, id LIMIT ${MOST_ARTICLES + 1}`,
    values,
  );
  const known = found.flatMap(({ day: _day, outletId, outlet, ...article }): ScopedArticle[] => (outletId === null || outlet === null ? [] : [{ ...article, outletId, outlet }]));
  let length = 0;
  const fit = known.slice(0, MOST_ARTICLES).filter(({ codePoints }) => (length += codePoints) <= MOST_CODE_POINTS);
  return { told: { set, works: fit.length, unknown: found.length - known.length, cut: found.length > MOST_ARTICLES || fit.length < known.length }, articles: fit };
}

/** The targets that can be chosen, in the order of the project. */
export const readTargets = (actor: MemberActor): Promise<{ id: string; name: string }[]> =>
  rows("SELECT id, name FROM target WHERE project_id = $1 AND merged_into_id IS NULL AND archived_at IS NULL ORDER BY position, created_at, id LIMIT 500", [actor.projectId]);
