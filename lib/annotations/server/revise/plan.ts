import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { Block } from "@/lib/articles/blocks";
import { composeArticle, type Composed, type KindChange } from "@/lib/articles/compose";
import { carriedKinds } from "@/lib/articles/reanchor/carried-kinds";
import { Effort } from "@/lib/articles/reanchor/effort";
import { keptBlocks } from "@/lib/articles/reanchor/kept-blocks";
import { type Anchored, type Captured, reanchoring } from "@/lib/articles/reanchor/reanchor";
import type { ArticleHead } from "@/lib/articles/server/article-sql";
import { type CapturedText, capturedTexts } from "@/lib/articles/server/captured-texts";
import { invalid, invariant } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import { canonicalText } from "@/lib/text/canonical";
import { TextIndex } from "@/lib/text/text-index";
import type { KeyContent } from "../../answer-key";
import type { SpanPart } from "../../span";
import { TOLD } from "../visible";

/** A corrected text: the whole of it. What is said of blocks replaces what is carried over. */
export type RevisionWish = { text: string; blocks?: readonly KindChange[] | undefined; note?: string | undefined };

/** A mark as it stands, with the revision on which it was seen last. */
export type StandingMark = { spanId: string; open: boolean; annotator: string; target: string; deleted: boolean; revisionId: string; parts: SpanPart[] };

/** What a corrected text makes of an article, before anything is stored. */
export type RevisionPlan = {
  composed: Composed;
  /** Which block is which, old to new. */
  kept: ReadonlyMap<number, number>;
  marks: (StandingMark & { anchored: Anchored })[];
  /** Blocks of the old text, by number, that assignments name and that are not in the new one. */
  lostBlocks: number[];
  /** Searches for edited words that were too much for one revision; these marks are orphaned. */
  unsearched: number;
  /** The marks of the article's key, in its order; null where it has none. */
  key: { content: KeyContent; anchored: Anchored[] } | null;
};

/** What the corrected text makes of the article, of everybody's marks and of its key. Refuses (422) a text that cannot be stored, and one that corrects nothing. */
export async function planRevision(actor: MemberActor, article: ArticleHead, wish: RevisionWish, tx?: Sql): Promise<RevisionPlan> {
  const [marks, key] = [await marksOf(actor, article.id, tx), await keyOf(actor, article.id, tx)];
  const now = await row<{ id: string }>("SELECT current_revision_id AS id FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, article.id], tx);
  invariant(now, "the article was just read");
  const texts = await capturedTexts(actor, [now.id, ...marks.map((mark) => mark.revisionId), ...(key ? [key.revisionId] : [])], tx);
  const current = texts.get(now.id);
  invariant(current, "an article has a revision");
  const { composed, kept } = compose(article, current, wish);
  const corrected: Captured = { text: composed.text, blocks: composed.blocks };
  const effort = new Effort();
  const anchors = new Map([...texts].map(([id, text]) => [id, reanchoring(text, corrected, effort)]));
  const anchored = (revisionId: string, parts: readonly SpanPart[]): Anchored => {
    const find = anchors.get(revisionId);
    invariant(find, "a mark stands on a revision of its article");
    return find(parts);
  };
  const found = marks.map((mark) => ({ ...mark, anchored: anchored(mark.revisionId, mark.parts) }));
  const keyed = key ? { content: key.content, anchored: key.content.spans.map((span) => anchored(key.revisionId, span.parts)) } : null;
  const named = await rows<{ ordinal: number }>("SELECT DISTINCT unnest(block_ordinals) AS ordinal FROM assignment WHERE project_id = $1 AND article_id = $2 AND state <> 'withdrawn' ORDER BY ordinal", [actor.projectId, article.id], tx);
  const lostBlocks = named.map(({ ordinal }) => ordinal).filter((ordinal) => !kept.has(ordinal));
  return { composed, kept, marks: found, key: keyed, lostBlocks, unsearched: effort.cut };
}

function compose(article: ArticleHead, current: CapturedText, wish: RevisionWish): { composed: Composed; kept: ReadonlyMap<number, number> } {
  const refuse = (path: string, message: string, place: object = {}) => invalid(path === "/text" ? message : `${path}: ${message}`, { errors: [{ path, message, ...place }] });
  const canonical = canonicalText(wish.text);
  if (canonical.ok && canonical.value.text === current.text) throw refuse("/text", "This is the text as it stands. Change it first; what a block is can be changed on the article's page.");
  const index = new TextIndex(current.text);
  const wordsOf = (of: TextIndex, blocks: readonly Block[]): string[] => blocks.map((block) => of.slice(block.start, block.end));
  const bare = composeArticle({ text: wish.text, language: article.language });
  if (!bare.ok) throw refuse(bare.error.path, bare.error.message, bare.error);
  const kept = keptBlocks(wordsOf(index, current.blocks), wordsOf(new TextIndex(bare.value.text), bare.value.blocks));
  const kinds = [...carriedKinds(current.blocks, bare.value.blocks.map(({ reason: _reason, ...block }) => block), kept), ...(wish.blocks ?? []).map((change) => ({ ...change, reason: "by_hand" as const }))];
  // A title that a person gave stays; one that was the headline follows it.
  const headline = current.blocks.find((block) => block.kind === "headline");
  const given = headline === undefined || article.title !== composeTitle(index.slice(headline.start, headline.end));
  const composed = composeArticle({ text: wish.text, language: article.language, kinds, ...(given ? { title: article.title } : {}) });
  if (!composed.ok) throw refuse(composed.error.path, composed.error.message, composed.error);
  return { composed: composed.value, kept };
}

/** The title that a headline makes. */
const composeTitle = (headline: string): string | null => {
  const made = composeArticle({ text: headline });
  return made.ok ? made.value.title : null;
};

const MARKS = `
SELECT s.id AS "spanId", NOT ${TOLD("$3")} AS open, m.pseudonym AS annotator, t.name AS target, s.deleted_at IS NOT NULL AS deleted, last.id AS "revisionId", last.parts
FROM span s JOIN assignment w ON w.project_id = s.project_id AND w.id = s.assignment_id JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
JOIN target t0 ON t0.project_id = s.project_id AND t0.id = s.target_id JOIN target t ON t.project_id = s.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)
JOIN LATERAL (
  SELECT r.id, json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal) AS parts
  FROM span_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id WHERE p.project_id = s.project_id AND p.span_id = s.id GROUP BY r.id, r.number ORDER BY r.number DESC LIMIT 1
) last ON true
WHERE s.project_id = $1 AND s.article_id = $2 ORDER BY (last.parts -> 0 ->> 'start')::int, s.id`;

/** Every mark of the article, of everybody, taken back ones too: these can be brought back. */
const marksOf = (actor: MemberActor, articleId: string, tx?: Sql): Promise<StandingMark[]> => rows<StandingMark>(MARKS, [actor.projectId, articleId, actor.memberId], tx);

const keyOf = (actor: MemberActor, articleId: string, tx?: Sql): Promise<{ content: KeyContent; revisionId: string } | undefined> =>
  row(`SELECT content, revision_id AS "revisionId" FROM answer_key WHERE project_id = $1 AND article_id = $2`, [actor.projectId, articleId], tx);
