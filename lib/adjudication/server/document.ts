import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rememberSight } from "@/lib/annotations/server/article-sight";
import { notFound } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import { type Aids, consensusAids } from "../aids";
import type { BoundaryRule, Cluster } from "../cluster";
import type { Decision } from "../decision";
import { readState, type ArticleState } from "./article-state";
import type { JudgementStanding, SetStanding } from "./answer-rows";
import type { AdjudicationHead } from "./claim";
import { HEAD_JSON } from "./head-sql";
import { namesFor, type Names } from "./names";

/** A cluster with its number in the order of the text, and what was decided and said about it. */
export type ShownCluster = Cluster & { number: number; decision: Decision | null; changedSince: boolean; replaces: readonly string[]; threads: number; questions: number; /** A starting point, where two or more read the place. */ aids: Aids | null };
export type ShownAnnotator = { id: string; letter: string; name: string | null; assignmentId: string | null; submittedAt: string; blockOrdinals: number[] };

type Place = { id: string; start: number; end: number };
type Head = {
  article: Record<string, unknown> & { text: string; blocks: unknown[] };
  adjudication: Omit<AdjudicationHead, "undecided"> | null;
  codebook: unknown;
  targets: unknown[];
  threads: { subjectId: string }[];
  questions: Place[];
};

const HEAD = `
SELECT jsonb_build_object('id', ar.id, 'title', ar.title, 'text', r.text, 'revisionId', r.id, 'language', ar.language, 'genre', ar.genre, 'byline', ar.byline, 'url', ar.url,
    'outlet', (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM outlet o0 JOIN outlet o ON o.project_id = o0.project_id AND o.id = coalesce(o0.merged_into_id, o0.id) WHERE o0.project_id = $1 AND o0.id = ar.outlet_id),
    'publisher', (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM outlet o0 JOIN outlet o ON o.project_id = o0.project_id AND o.id = coalesce(o0.merged_into_id, o0.id) WHERE o0.project_id = $1 AND o0.id = ar.publisher_id),
    'publishedOn', to_char(ar.published_on, 'YYYY-MM-DD'), 'words', ar.words, 'tokens', r.tokens, 'sentences', r.sentences, 'archived', ar.state = 'archived') AS article,
  (SELECT ${HEAD_JSON} FROM adjudication j WHERE j.project_id = $1 AND j.article_id = ar.id) AS adjudication,
  (SELECT jsonb_build_object('id', v.id, 'number', v.number, 'content', v.content) FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1) AS codebook,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'isFocus', t.is_focus, 'archived', t.archived_at IS NOT NULL) ORDER BY t.position, t.created_at, t.id), '[]') FROM target t WHERE t.project_id = $1 AND t.merged_into_id IS NULL) AS targets,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('subjectId', h.subject_id)), '[]') FROM thread h WHERE h.project_id = $1 AND h.article_id = ar.id AND h.subject = 'cluster') AS threads,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'start', q.start_offset, 'end', q.end_offset)), '[]') FROM question q WHERE q.project_id = $1 AND q.article_id = ar.id AND q.revision_id = r.id) AS questions
FROM article ar JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id
WHERE ar.project_id = $1 AND ar.id = $2`;

export type AdjudicationDocument = {
  article: Record<string, unknown>;
  adjudication: AdjudicationHead;
  annotators: ShownAnnotator[];
  clusters: ShownCluster[];
  added: readonly Decision[];
  detached: readonly Decision[];
  judgements: JudgementStanding[];
  answers: SetStanding[];
  codebook: unknown;
  targets: unknown[];
  rules: { boundaryRule: BoundaryRule; hideNames: boolean };
};

/** What the adjudication screen needs of an article: text, everybody's marks as clusters, and what was decided. 404 where the project has no such article. */
export async function adjudicationDocument(actor: MemberActor, articleId: string): Promise<AdjudicationDocument> {
  // First the state: it may open the article again, where the text was corrected.
  const state = await readState(actor, articleId);
  const head = await row<Head>(HEAD, [actor.projectId, articleId]);
  if (!head) throw notFound();
  const { marks, standing, said } = state;
  const names = await namesFor(actor, articleId, marks.annotators.map(({ memberId }) => memberId));
  const aids = consensusAids(marks.clusters);
  await rememberSight(actor, articleId, marks.annotators);
  return {
    article: { ...head.article, blocks: marks.blocks },
    adjudication: { ...(head.adjudication ?? UNTOUCHED), undecided: state.undecided },
    annotators: annotatorsOf(state, names),
    clusters: marks.clusters.map((cluster, i) => ({ ...shownCluster(cluster, i + 1, state, head, names), aids: aids.get(cluster.key) ?? null })),
    added: standing.added,
    detached: standing.detached,
    judgements: said.judgements.map((one) => ({ ...one, values: one.values.map((value) => ({ ...value, memberId: names.id(value.memberId) })) })),
    answers: said.answers.map((one) => ({ ...one, values: one.values.map((value) => ({ ...value, memberId: names.id(value.memberId) })) })),
    codebook: head.codebook,
    targets: head.targets,
    rules: { boundaryRule: marks.boundaryRule, hideNames: names.hidden },
  };
}

/** An article that nobody has opened here yet. */
const UNTOUCHED = { state: "open", version: 0, claimedBy: null, claimedUntil: null, settledBy: null, settledAt: null, settledDecisionId: null } as const;

const annotatorsOf = ({ marks }: ArticleState, names: Names): ShownAnnotator[] =>
  marks.annotators
    .map(({ memberId, name, assignmentId, submittedAt, blockOrdinals }) => ({ id: names.id(memberId), letter: names.letter(memberId), name: names.hidden ? null : name, assignmentId: names.hidden ? null : assignmentId, submittedAt, blockOrdinals }))
    .sort((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1));

function shownCluster(cluster: Cluster, number: number, { standing }: ArticleState, { threads, questions }: Head, names: Names): Omit<ShownCluster, "aids"> {
  const { decision, changedSince, replaces } = standing.clusters.get(cluster.key)!;
  return {
    ...cluster,
    spans: cluster.spans.map((span) => ({ ...span, memberId: names.id(span.memberId) })),
    readers: cluster.readers.map(names.id),
    number, decision, changedSince, replaces,
    threads: threads.filter(({ subjectId }) => cluster.spans.some(({ id }) => id === subjectId)).length,
    questions: questions.filter(({ start, end }) => start < cluster.end && cluster.start < end).length,
  };
}
