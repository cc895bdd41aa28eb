import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_WORK } from "@/lib/annotations/server/rollup";
import { AppError, conflict, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import type { ClusterState } from "../cluster";
import type { Decision } from "../decision";
import { lengthOf } from "../same-mark";
import { foldedWords, similarIn } from "../similar";
import { isDecided } from "../standing";
import { readState, type ArticleState } from "./article-state";
import { recordUntilItHolds } from "./decide";
import { changed, clusterEntry, namedCluster } from "./entries";
import type { Entry } from "./record";

/** Folding may make words shorter or longer, by so many characters at most. */
const SLACK = 12;
const MOST_MARKS = 5_000;
const MOST_ARTICLES = 40;

/** An undecided cluster with the same words about the same target; `spans` names its marks as they are now. */
export type Similar = { articleId: string; title: string; key: string; start: number; end: number; quote: string; state: ClusterState; annotators: number; spans: { id: string; version: number }[] };
export type SimilarFound = { decisionId: string; words: string; items: Similar[]; /** More articles hold these words than were looked at. */ more: boolean };

/** What is applied elsewhere: the one mark that a decision settled, or that none stands. */
type Pattern = { decision: Decision; words: string; quote: string; targetIds: string[] };

async function patternOf(actor: MemberActor, articleId: string, key: string): Promise<Pattern> {
  const { marks, standing } = await readState(actor, articleId);
  const cluster = marks.clusters.find((one) => one.key === key);
  const found = standing.clusters.get(key);
  if (!cluster || !found) throw notFound();
  if (!found.decision || found.changedSince) throw conflict("Decide this cluster first; then it can be applied to others.", { reason: "undecided" });
  const [settled, ...others] = found.decision.settled;
  if (others.length > 0) throw conflict("More than one mark was settled here, so it cannot be applied to others.", { reason: "several" });
  const source = settled ?? cluster.spans[0]!;
  const targetIds = [...new Set([...(settled ? [settled.targetId] : []), ...cluster.spans.filter((span) => foldedWords(span) === foldedWords(source)).map(({ targetId }) => targetId)])];
  return { decision: found.decision, words: foldedWords(source), quote: source.parts.map(({ quote }) => quote).join(" … "), targetIds };
}

// Folding happens here, not in the database; about as many characters are what can be asked for there.
const CANDIDATES = `
SELECT DISTINCT ar.id AS "articleId", ar.title, sp.quote FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.state <> 'archived'
JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id
JOIN span_part sp ON sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id AND sp.ordinal = 1
WHERE a.project_id = $1 AND ${COUNTED_WORK} AND coalesce(t.merged_into_id, t.id) = ANY($2::uuid[]) AND char_length(sp.quote) BETWEEN $3::int - ${SLACK} AND $3::int + ${SLACK} ORDER BY ar.id LIMIT ${MOST_MARKS}`;

/** Undecided clusters, here and in other articles, in which somebody marked the same words about the same target as in a decided one: what a decision could be applied to. Nothing is stored. */
export async function similarClusters(actor: MemberActor, articleId: string, key: string): Promise<SimilarFound> {
  const pattern = await patternOf(actor, articleId, key);
  const first = pattern.decision.settled[0]?.parts[0]?.quote ?? pattern.quote.split(" … ")[0]!;
  const found = await rows<{ articleId: string; title: string; quote: string }>(CANDIDATES, [actor.projectId, pattern.targetIds, [...first].length]);
  const firstWords = pattern.words.split(" … ")[0];
  const articles = new Map(found.filter(({ quote }) => foldedWords({ parts: [{ start: 0, end: 0, quote }] }) === firstWords).map((one) => [one.articleId, one.title]));
  const items: Similar[] = [];
  for (const [id, title] of [...articles].slice(0, MOST_ARTICLES)) items.push(...similarOf(await readState(actor, id), pattern).map((one) => ({ ...one, articleId: id, title })));
  return { decisionId: pattern.decision.id, words: pattern.quote, items, more: articles.size > MOST_ARTICLES || found.length === MOST_MARKS };
}

const similarOf = ({ marks, standing }: ArticleState, pattern: Pattern): Omit<Similar, "articleId" | "title">[] =>
  marks.clusters.flatMap((cluster) => {
    const like = similarIn(cluster, pattern.words, pattern.targetIds);
    if (!like || isDecided(standing.clusters.get(cluster.key))) return [];
    const { key, start, end, state, readers, spans } = cluster;
    return [{ key, start, end, state, quote: like.parts.map(({ quote }) => quote).join(" … "), annotators: readers.length, spans: spans.map(({ id, version }) => ({ id, version })) }];
  });

export type SimilarWish = { clusters: readonly { articleId: string; spans: readonly { id: string; version: number }[] }[]; codebookVersionId: string | null };
/** What was decided elsewhere, and what was not and why, in the words of its refusal. */
export type SimilarDone = { decisions: (Decision & { articleId: string })[]; refused: { articleId: string; reason: string; detail: string }[] };

/**
 * Applies a decision to the chosen clusters, each of them a decision of its own of the method `similar`: the same mark
 * on their words, or that none stands, for the same reason. Article by article; where one is refused (somebody claimed
 * it, its marks changed) the others stand.
 */
export async function decideSimilar(actor: MemberActor, op: Op, articleId: string, key: string, wish: SimilarWish): Promise<SimilarDone> {
  const pattern = await patternOf(actor, articleId, key);
  const done: SimilarDone = { decisions: [], refused: [] };
  for (const id of [...new Set(wish.clusters.map((one) => one.articleId))].sort()) {
    const chosen = wish.clusters.filter((one) => one.articleId === id);
    try {
      const { decisions } = await recordUntilItHolds(actor, part(op, id), id, wish.codebookVersionId, "decision.applied_to_similar", async () => {
        const state = await readState(actor, id);
        return { marks: state.marks, entries: chosen.map(({ spans }) => entryOf(state, spans, pattern)) };
      });
      done.decisions.push(...decisions.map((decision) => ({ ...decision, articleId: id })));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "unavailable") throw error;
      done.refused.push({ articleId: id, reason: String(error.extra["reason"] ?? error.code), detail: error.detail });
    }
  }
  return done;
}

function entryOf({ marks, standing }: ArticleState, spans: SimilarWish["clusters"][number]["spans"], { decision, words, targetIds }: Pattern): Entry {
  const cluster = namedCluster(marks, spans);
  const like = cluster && similarIn(cluster, words, targetIds);
  if (!cluster || !like || lengthOf(like.parts) === 0) throw changed();
  const settled = decision.settled.map(({ id: _, ...mark }) => ({ ...mark, parts: like.parts }));
  const { outcome, reason, note } = decision;
  return clusterEntry(cluster, { id: newId(), outcome: outcome === "rejected" ? "rejected" : "settled", method: "similar", from: [like.id], settled, reason, note, replaces: standing.clusters.get(cluster.key)?.replaces ?? [] });
}

/** The part of an operation that changes one article: the same for the same operation. */
function part(op: Op, articleId: string): Op {
  const hex = createHash("sha256").update(`${op.id} ${articleId}`).digest("hex");
  return { id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`, digest: op.digest };
}
