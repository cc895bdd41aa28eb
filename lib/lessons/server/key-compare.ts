import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { compareWithKey, type KeyContent, type KeyedMark } from "@/lib/annotations/answer-key";
import { CURRENT_REVISION } from "@/lib/annotations/server/span-sql";
import type { Framing } from "@/lib/codebook/framing";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { readLesson } from "./read-lesson";

/** A mark as its pupil's teacher reads it: its words between those around it. `key` is one more view, where the article has one; `missed` marks are the key's alone. */
export type WorkMark = { id: string; targetId: string; framing: Framing; before: string; quote: string; after: string; reason: string; key: "agrees" | "other" | "missed" | null };
export type WorkArticle = { articleId: string; title: string; state: string; keyed: boolean; marks: WorkMark[]; headline: { body: string; reason: string; shared: boolean; hidden: boolean } | null };
export type PupilWork = { memberId: string; pseudonym: string; articles: WorkArticle[]; exit: string | null };

type Own = KeyedMark & { articleId: string; note: string };
type Article = { articleId: string; state: string; text: string; key: KeyContent | null; headline: WorkArticle["headline"] };

const AROUND = 80;

const ARTICLES = `
  SELECT x.article_id AS "articleId", coalesce(a.state, 'assigned') AS state, r.text, CASE WHEN k.revision_id = r.id THEN k.content END AS key,
         (SELECT json_build_object('body', h.body, 'reason', h.reason, 'shared', h.shared, 'hidden', h.hidden_at IS NOT NULL) FROM headline h WHERE h.project_id = x.project_id AND h.article_id = x.article_id AND h.member_id = $2) AS headline
  FROM lesson_article x JOIN article ar ON ar.project_id = x.project_id AND ar.id = x.article_id JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id
  LEFT JOIN assignment a ON a.project_id = x.project_id AND a.article_id = x.article_id AND a.member_id = $2 AND a.round = 1 AND a.state <> 'withdrawn'
  LEFT JOIN answer_key k ON k.project_id = x.project_id AND k.article_id = x.article_id WHERE x.project_id = $1 ORDER BY x.position`;

const MARKS = `
  SELECT s.id, s.article_id AS "articleId", coalesce(t.merged_into_id, t.id) AS "targetId", s.framing, s.voice, s.label_ids AS "labelIds", s.note,
         (SELECT coalesce(json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal), '[]') FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ${CURRENT_REVISION("s")}) AS parts
  FROM span s JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id JOIN lesson_article x ON x.project_id = s.project_id AND x.article_id = s.article_id
  WHERE s.project_id = $1 AND s.member_id = $2 AND s.deleted_at IS NULL ORDER BY s.created_at, s.id`;

function worked(text: readonly string[], { id, targetId, framing, parts }: Pick<KeyedMark, "id" | "targetId" | "framing" | "parts">, reason: string, key: WorkMark["key"]): WorkMark {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const line = (words: string): string => words.replace(/\s+/gu, " ");
  return { id, targetId, framing, before: `${start > AROUND ? "…" : ""}${line(text.slice(Math.max(0, start - AROUND), start).join(""))}`, quote: parts.map(({ quote }) => quote).join(" … "), after: `${line(text.slice(end, end + AROUND).join(""))}${end + AROUND < text.length ? "…" : ""}`, reason, key };
}

function marksOf({ text, key }: Article, own: readonly Own[]): WorkMark[] {
  const chars = [...text];
  const standing = new Map<string, WorkMark["key"]>();
  const missed: WorkMark[] = [];
  for (const line of key === null ? [] : compareWithKey(own, key).lines) {
    if (line.own) standing.set(line.own.id, line.verdict === "hit" ? "agrees" : "other");
    else if (line.key) missed.push(worked(chars, line.key, line.key.reason, "missed"));
  }
  return [...own.map((mark) => worked(chars, mark, mark.note, standing.get(mark.id) ?? null)), ...missed];
}

/** What a pupil did in the lesson, for their teacher: marks with reasons in context, headlines, the last answer. Throws 404 for whoever is no pupil of the class. */
export async function readWork(actor: MemberActor, memberId: string): Promise<PupilWork> {
  if (actor.role !== "coordinator") throw notFound();
  const pupil = await row<{ pseudonym: string }>("SELECT pseudonym FROM member WHERE project_id = $1 AND id = $2 AND role = 'annotator'", [actor.projectId, memberId]);
  if (!pupil) throw notFound();
  const at = [actor.projectId, memberId];
  const [lesson, articles, marks, exit] = await Promise.all([readLesson(actor), rows<Article>(ARTICLES, at), rows<Own>(MARKS, at), row<{ body: string }>("SELECT body FROM exit_answer WHERE project_id = $1 AND member_id = $2", at)]);
  return {
    memberId,
    pseudonym: pupil.pseudonym,
    exit: exit?.body ?? null,
    articles: articles.map((article) => ({
      articleId: article.articleId,
      title: lesson.articles.find((one) => one.articleId === article.articleId)?.title ?? "",
      state: article.state,
      keyed: article.key !== null,
      marks: marksOf(article, marks.filter((mark) => mark.articleId === article.articleId && mark.parts.length > 0)),
      headline: article.headline,
    })),
  };
}
