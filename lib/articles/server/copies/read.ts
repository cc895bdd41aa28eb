import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { BlockKind } from "../../blocks";
import { diffCopies, type CopyDiff } from "../../copies/diff";
import { isLikely, isNearCopy } from "../../copies/judge";
import { overlap, type Overlap } from "../../copies/shingles";
import { HEAD_JOINS } from "../article-sql";
import { seesAllArticles } from "../visible";
import { nearCandidates, shinglesOf } from "./candidates";

/** Why an article is in the same work: all words are the same, most are, somebody said so, or through another copy. */
export type Why = "exact" | "near" | "by_hand" | "other";
type About = { id: string; title: string; outlet: string | null; publisher: string | null; publishedOn: string | null; archived: boolean; words: number };
export type Copy = About & Overlap & { why: Why };
export type LikelyCopy = About & Overlap & { split: boolean };
/** The copies of an article, and articles that may be copies but are in other works. */
export type Copies = { members: Copy[]; more: number; candidates: LikelyCopy[] };

type Read = About & { codePoints: number; shingles: number; digest: string; decision: "joined" | "split" | null };

const ABOUT = `a.id, a.title, o.name AS outlet, p.name AS publisher, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", a.state = 'archived' AS archived, a.words,
  a.code_points AS "codePoints", coalesce(f.shingles, 0) AS shingles, coalesce(encode(f.words_digest, 'base64'), a.id::text) AS digest,
  (SELECT d.decision FROM copy_decision d WHERE d.project_id = a.project_id AND d.article_id = least(a.id, $2::uuid) AND d.other_id = greatest(a.id, $2::uuid)) AS decision`;
const FROM = `FROM article a ${HEAD_JOINS} LEFT JOIN copy_print f ON f.project_id = a.project_id AND f.article_id = a.id WHERE a.project_id = $1`;

/** Copies that are compared and listed. */
const MOST = 50;

/** Copies are for those who see all articles; to others nothing is there. */
async function own(actor: MemberActor, articleId: string): Promise<Read & { workId: string }> {
  const found = seesAllArticles(actor) ? await row<Read & { workId: string }>(`SELECT ${ABOUT}, a.work_id AS "workId" ${FROM} AND a.id = $2`, [actor.projectId, articleId]) : undefined;
  if (!found) throw notFound();
  return found;
}

/** The other articles of the same work with how much they share, and likely copies in other works, most alike first. 404 for annotators. */
export async function readCopies(actor: MemberActor, articleId: string): Promise<Copies> {
  const article = await own(actor, articleId);
  const [inWork, near] = await Promise.all([
    rows<Read & { n: number }>(`SELECT ${ABOUT}, count(*) OVER ()::int AS n ${FROM} AND a.work_id = $3 AND a.id <> $2 ORDER BY a.created_at, a.id LIMIT ${MOST}`, [actor.projectId, articleId, article.workId]),
    nearCandidates(actor, [articleId], MOST),
  ]);
  const outside = near.filter((one) => one.otherWork !== article.workId).map((one) => one.otherId);
  const split = `(SELECT CASE d.article_id WHEN $2 THEN d.other_id ELSE d.article_id END FROM copy_decision d WHERE d.project_id = $1 AND d.decision = 'split' AND $2 IN (d.article_id, d.other_id))`;
  const others = await rows<Read>(`SELECT ${ABOUT} ${FROM} AND a.work_id <> $3 AND (a.id = ANY($4::uuid[]) OR a.id IN ${split}) LIMIT ${2 * MOST}`, [actor.projectId, articleId, article.workId, outside]);
  const shingles = await shinglesOf(actor, new Map([article, ...inWork, ...others].map((one) => [one.id, one])));
  const mine = shingles.get(articleId) ?? new Uint32Array(0);
  const alike = (one: Read): Overlap => (one.digest === article.digest ? { jaccard: 1, containment: 1 } : overlap(mine, shingles.get(one.id) ?? new Uint32Array(0)));
  const about = ({ id, title, outlet, publisher, publishedOn, archived, words }: Read): About => ({ id, title, outlet, publisher, publishedOn, archived, words });
  const sizes = (one: Read) => ({ a: article.shingles, b: one.shingles });
  const why = (one: Read, shared: Overlap): Why => (one.decision === "joined" ? "by_hand" : one.digest === article.digest ? "exact" : isNearCopy(sizes(one), shared) ? "near" : "other");
  return {
    members: inWork.map((one) => ({ one, shared: alike(one) })).map(({ one, shared }) => ({ ...about(one), ...shared, why: why(one, shared) })),
    more: Math.max(0, (inWork[0]?.n ?? 0) - MOST),
    candidates: others
      .map((one) => ({ one, shared: alike(one) }))
      .filter(({ one, shared }) => one.decision === "split" || one.digest === article.digest || isLikely(sizes(one), shared))
      .map(({ one, shared }) => ({ ...about(one), ...shared, split: one.decision === "split" }))
      .toSorted((a, b) => b.jaccard - a.jaccard || (a.id < b.id ? -1 : 1))
      .slice(0, MOST),
  };
}

type Text = { id: string; title: string; text: string; blocks: { kind: BlockKind; start: number; end: number }[] };

/** Two articles side by side: `left` and `right` name them, the rows go through the text of both. 404 for annotators. */
export async function readDiff(actor: MemberActor, articleId: string, otherId: string): Promise<{ left: { id: string; title: string }; right: { id: string; title: string } } & CopyDiff> {
  const texts = seesAllArticles(actor) ? await rows<Text>(
    `SELECT a.id, a.title, r.text, (SELECT coalesce(json_agg(json_build_object('kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = $1 AND b.revision_id = r.id) AS blocks
     FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE a.project_id = $1 AND a.id = ANY($2::uuid[])`,
    [actor.projectId, [articleId, otherId]],
  ) : [];
  const [left, right] = [texts.find((one) => one.id === articleId), texts.find((one) => one.id === otherId)];
  if (!left || !right) throw notFound();
  return { left: { id: left.id, title: left.title }, right: { id: right.id, title: right.title }, ...diffCopies(left, right) };
}
