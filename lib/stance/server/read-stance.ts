import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_WORK, SOURCES } from "@/lib/annotations/server/rollup";
import { seesPeers } from "@/lib/annotations/server/visible";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { type ReadArticle, type RollupRow, stanceRows } from "../from-rollup";
import { type SingleWork, type StanceCell, stanceTable } from "../outlets";
import type { Grouping } from "../rows";

export type NamedTarget = { id: string; name: string; isFocus: boolean };
export type NamedOutlet = { id: string; name: string };

/** Stance as far as it is known now, from submitted work alone. */
export type Stance = {
  by: Grouping;
  /** In the order of the project; those that were asked for, or all in use. */
  targets: NamedTarget[];
  /** Outlets (or publishers) of submitted articles, by name. */
  outlets: NamedOutlet[];
  /** Articles that at least one annotator submitted. */
  articlesRead: number;
  cells: StanceCell[];
  singles: SingleWork[];
  /** Titles of works that are shown by themselves, by work id. */
  workTitles: Record<string, string>;
};

/** Titles are given for so few works only. */
const POINTS = 2;

/**
 * Stance per outlet (or publisher) × target. Throws 404 for an annotator before the reveal, and for a target that
 * the project does not have. Reads the stored counts, never the spans.
 */
export async function readStance(actor: MemberActor, wish: { by: Grouping; targetIds?: readonly string[] | undefined }): Promise<Stance> {
  if (!seesPeers(actor)) throw notFound();
  const targets = await targetsOf(actor, wish.targetIds);
  const [articles, stored] = await Promise.all([readArticles(actor), storedRows(actor, targets)]);
  const table = stanceTable(stanceRows(stored, articles, wish.by), wish.by);
  const read = new Map<string | null, number>();
  for (const article of articles.values()) {
    const id = wish.by === "outlet" ? article.outletId : article.publisherId;
    read.set(id, (read.get(id) ?? 0) + 1);
  }
  return {
    by: wish.by,
    targets,
    outlets: await outletsOf(actor, [...read.keys()].filter((id) => id !== null)),
    articlesRead: articles.size,
    cells: table.cells.map((cell) => ({ ...cell, articlesRead: read.get(cell.outletId) ?? 0 })),
    singles: [...table.singles],
    workTitles: titlesOf(table.cells, articles),
  };
}

async function targetsOf(actor: MemberActor, ids: readonly string[] | undefined): Promise<NamedTarget[]> {
  const found = await rows<NamedTarget>(
    `SELECT id, name, is_focus AS "isFocus" FROM target WHERE project_id = $1 AND merged_into_id IS NULL AND CASE WHEN $2::uuid[] IS NULL THEN archived_at IS NULL ELSE id = ANY($2::uuid[]) END
     ORDER BY position, created_at, id LIMIT 1000`,
    [actor.projectId, ids ?? null],
  );
  if (ids !== undefined && found.length !== new Set(ids).size) throw notFound();
  return found;
}

async function readArticles(actor: MemberActor): Promise<Map<string, ReadArticle>> {
  const found = await rows<ReadArticle>(
    `SELECT ar.id AS "articleId", ar.work_id AS "workId", outlet.id AS "outletId", publisher.id AS "publisherId", ar.title, ar.own_voice_code_points > 0 AS "hasOwnVoice", work.annotators
     FROM (SELECT a.article_id, array_agg(DISTINCT a.member_id::text) AS annotators FROM assignment a WHERE a.project_id = $1 AND ${COUNTED_WORK} GROUP BY a.article_id) work
     JOIN article ar ON ar.project_id = $1 AND ar.id = work.article_id AND ar.state = 'active' ${SOURCES}`,
    [actor.projectId],
  );
  return new Map(found.map((article) => [article.articleId, article]));
}

type Three = [advocacy: number, neutral: number, critical: number];
type Packed = [articleId: string, addressed: boolean, published: boolean, own: Three, publishers: Three, quoted: Three, embedded: Three, ownSign: number, publishedSign: number, quotedSign: number, net: number | null, publishedNet: number | null];

const THREE = (voice: string): string => `json_build_array(${voice}_advocacy, ${voice}_neutral, ${voice}_critical)`;

/** Packed per target by the database: hundreds of thousands of rows are read and parsed several times faster so. */
async function storedRows(actor: MemberActor, targets: readonly NamedTarget[]): Promise<RollupRow[]> {
  const packed = await rows<{ targetId: string; rows: Packed[] }>(
    `SELECT target_id AS "targetId", json_agg(json_build_array(article_id, addressed, addressed_published, ${["own", "publisher", "quoted", "embedded"].map(THREE).join(", ")}, own_sign, own_sign_published, quoted_sign, net_per_1000, net_per_1000_published)) AS rows
     FROM rollup_article WHERE project_id = $1 AND layer = 'raw' AND NOT family AND target_id = ANY($2::uuid[]) GROUP BY target_id`,
    [actor.projectId, targets.map((target) => target.id)],
  );
  return packed.flatMap(({ targetId, rows: ofTarget }) =>
    ofTarget.flatMap(([articleId, addressed, published, own, publishers, quoted, embedded, ownSign, publishedSign, quotedSign, net, publishedNet]) => {
      const made = (voice: RollupRow["voice"], [advocacy, neutral, critical]: Three, signMean: number, netPer1000: number | null, counts: boolean): RollupRow => ({ targetId, articleId, voice, advocacy, neutral, critical, signMean, netPer1000: netPer1000 ?? 0, addressed: counts });
      return [made("own", own, ownSign, net, addressed), made("quoted", quoted, quotedSign, 0, addressed), made("embedded", embedded, 0, 0, addressed), made("own_publisher", publishers, publishedSign, publishedNet, published)];
    }),
  );
}

const outletsOf = (actor: MemberActor, ids: readonly string[]): Promise<NamedOutlet[]> =>
  rows<NamedOutlet>("SELECT id, name FROM outlet WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY name_key, id", [actor.projectId, ids]);

function titlesOf(cells: readonly StanceCell[], articles: ReadonlyMap<string, ReadArticle>): Record<string, string> {
  const wanted = new Set(cells.flatMap((cell) => [cell.sign, cell.quoted].flatMap((one) => (one.works <= POINTS ? one.points.map((point) => point.workId) : []))));
  const titles: Record<string, string> = {};
  for (const article of articles.values()) if (wanted.has(article.workId)) titles[article.workId] ??= article.title;
  return titles;
}
