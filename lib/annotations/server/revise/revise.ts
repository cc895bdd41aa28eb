import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { OUTCOMES, type Anchored, type Outcome } from "@/lib/articles/reanchor/reanchor";
import { lockArticle } from "@/lib/articles/server/change-article";
import { articleHead } from "@/lib/articles/server/read-article";
import { readArticle } from "@/lib/articles/server/reading";
import { rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { scoreWithKeys } from "../practice-results";
import { refreshCounted } from "../rollup/refresh";
import { planRevision, type RevisionPlan, type RevisionWish } from "./plan";
import { carryAssignments, writeAnchors, writeKey, writeRevision } from "./write";

export type { RevisionWish } from "./plan";

/** How many marks of each outcome. */
export type OutcomeCounts = Record<Outcome, number>;
/**
 * A mark that does not stand as it stood; its words joined by “ … ”, `after` null where there are none any more. Of
 * others' work that was never submitted nothing but the outcome is told: `open`, and everything else null.
 */
export type MovedMark = { spanId: string; open: boolean; annotator: string | null; target: string | null; outcome: Outcome; score: number | null; before: string | null; after: string | null };
export type RevisionPreview = {
  version: number;
  title: string;
  words: number;
  codePoints: number;
  blocks: { ordinal: number; kind: string; start: number; end: number }[];
  text: string;
  marks: OutcomeCounts;
  /** The marks of the article's key; null where it has none. */
  key: OutcomeCounts | null;
  /** Blocks of the old text, by number, that assignments name and that are not in the new one. */
  lostBlocks: number[];
  /** Searches for edited words that were not made because they would take too long; these marks are orphaned. */
  unsearched: number;
  /** Marks that are not exact, in the order of the old text, at most 200. */
  items: MovedMark[];
};
export type MadeRevision = { id: string; number: number; marks: OutcomeCounts; key: OutcomeCounts | null; lostBlocks: number[]; version: number };

const LISTED = 200;

/** What a corrected text would make of the article and of everybody's marks; nothing is stored. */
export async function previewRevision(actor: MemberActor, articleId: string, wish: RevisionWish): Promise<RevisionPreview> {
  const article = await articleHead(actor, articleId);
  const plan = await planRevision(actor, article, wish);
  const { composed } = plan;
  return {
    version: article.version, title: composed.title, words: composed.words, codePoints: composed.codePoints, text: composed.text,
    blocks: composed.blocks.map(({ ordinal, kind, start, end }) => ({ ordinal, kind, start, end })),
    ...counted(plan), lostBlocks: plan.lostBlocks, unsearched: plan.unsearched,
    items: plan.marks.filter((mark) => !mark.deleted && mark.anchored.outcome !== "exact").slice(0, LISTED).map(({ spanId, open, annotator, target, parts, anchored: { outcome, score, parts: found } }) => ({
      spanId, open, outcome, score, ...(open ? { annotator: null, target: null, before: null, after: null } : { annotator, target, before: wordsOf(parts) ?? "", after: wordsOf(found) }),
    })),
  };
}

/**
 * Makes a corrected text the current one of its article: a new revision with its blocks, reading, copy print, search
 * and counts. Every mark of everybody is found again on it, or kept with its old words as orphaned; old revisions and
 * what was submitted on them stay as they are.
 */
export const makeRevision = (actor: MemberActor, op: Op, articleId: string, { version, ...wish }: RevisionWish & { version: number }): Promise<MadeRevision> =>
  runOperation(actor, op, async (tx) => {
    // A mark that is being saved at this moment holds its assignment; assignments come before the article, as in a submission.
    await rows("SELECT id FROM assignment WHERE project_id = $1 AND article_id = $2 ORDER BY id FOR NO KEY UPDATE", [actor.projectId, articleId], tx);
    const article = await lockArticle(actor, articleId, version, tx);
    const plan = await planRevision(actor, article, wish, tx);
    const { id, number } = await writeRevision(actor, articleId, plan, wish.note ?? "", tx);
    await writeAnchors(actor, id, plan, tx);
    await writeKey(actor, articleId, id, plan, tx);
    await carryAssignments(actor, articleId, plan, tx);
    await readArticle(actor, articleId, tx);
    await scoreWithKeys(actor, tx, { articleId });
    await refreshCounted(actor, [articleId], tx);
    const counts = { ...counted(plan), lostBlocks: plan.lostBlocks };
    return { answer: { id, number, ...counts, version: (await articleHead(actor, articleId, tx)).version }, deed: { action: "article.revised", subject: "article", subjectId: articleId, detail: { revisionId: id, number, ...counts } } };
  });

function counted({ marks, key }: RevisionPlan): { marks: OutcomeCounts; key: OutcomeCounts | null } {
  return { marks: countOf(marks.filter((mark) => !mark.deleted).map((mark) => mark.anchored)), key: key && countOf(key.anchored) };
}

const countOf = (anchored: readonly Anchored[]): OutcomeCounts => Object.fromEntries(OUTCOMES.map((outcome) => [outcome, anchored.filter((one) => one.outcome === outcome).length])) as OutcomeCounts;

/** The words of a mark; null where it has none. */
const wordsOf = (parts: readonly { quote: string }[]): string | null => (parts.length === 0 ? null : parts.map((part) => part.quote).join(" … "));
