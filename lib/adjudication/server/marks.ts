import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_PLACE, COUNTED_WORK } from "@/lib/annotations/server/rollup";
import { SPEAKER } from "@/lib/annotations/server/span-sql";
import { resolveLabel } from "@/lib/codebook/lineage";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { BoundaryRule, Cluster, ClusterSpan } from "../cluster";
import { clusterSpans, type Reader } from "../cluster-spans";

/**
 * What the marks of an article (alias `ar`) rest on, as text: whose submitted work counts and how often it moved, the
 * article's version (its text and what its blocks are), merged targets and the codebook. Where it is the same, so are
 * the clusters.
 */
export const BASIS = `concat_ws('.',
  (SELECT md5(string_agg(a.id || ':' || a.version, ',' ORDER BY a.id)) FROM assignment a WHERE a.project_id = ar.project_id AND a.article_id = ar.id AND ${COUNTED_WORK}),
  ar.version,
  (SELECT sum(m.version) FROM target m WHERE m.project_id = ar.project_id AND m.merged_into_id IS NOT NULL),
  (SELECT max(v.number) FROM codebook_version v WHERE v.project_id = ar.project_id AND v.state = 'published'))`;

/** Somebody whose submitted work on the article counts. */
export type Annotator = { assignmentId: string; memberId: string; name: string; submittedAt: string; firstSubmittedAt: string; blockOrdinals: number[] };
export type MarkedBlock = { ordinal: number; kind: string; start: number; end: number };

/** The current marks of everybody whose work counts, as clusters, with what they rest on. */
export type Marks = {
  readonly basis: string;
  readonly revisionId: string;
  readonly archived: boolean;
  readonly boundaryRule: BoundaryRule;
  readonly annotators: readonly Annotator[];
  readonly blocks: readonly MarkedBlock[];
  readonly clusters: readonly Cluster[];
};

// A copy in memory spares a decision reading all marks again; the statement that stores it compares the basis.
const MOST = 200;
const kept = new Map<string, Marks>();

type Head = Omit<Marks, "annotators" | "blocks" | "clusters"> & { annotators: Annotator[] | null; blocks: MarkedBlock[] | null };

const HEAD = `
SELECT ${BASIS} AS basis, ar.current_revision_id AS "revisionId", ar.state = 'archived' AS archived, p.boundary_rule AS "boundaryRule",
  (SELECT json_agg(json_build_object('assignmentId', a.id, 'memberId', a.member_id, 'name', m.pseudonym, 'submittedAt', a.submitted_at, 'firstSubmittedAt', a.first_submitted_at, 'blockOrdinals', a.block_ordinals) ORDER BY a.id)
   FROM assignment a JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id WHERE a.project_id = $1 AND a.article_id = ar.id AND ${COUNTED_WORK}) AS annotators,
  (SELECT json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'end', b.end_offset) ORDER BY b.ordinal) FROM block b WHERE b.project_id = $1 AND b.revision_id = ar.current_revision_id) AS blocks
FROM article ar JOIN project p ON p.id = ar.project_id WHERE ar.project_id = $1 AND ar.id = $2`;

const SPANS = `
SELECT s.id, s.version, s.member_id, coalesce(t.merged_into_id, t.id), s.framing, s.voice, s.attribution, ${SPEAKER("s")}, s.directness, s.device, s.confidence, s.note, s.label_ids, s.from_suggestion, v.number, sp.start_offset, sp.end_offset, sp.quote
FROM article ar JOIN assignment a ON a.project_id = ar.project_id AND a.article_id = ar.id AND ${COUNTED_WORK}
JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL
JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id
JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id
JOIN span_part sp ON sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id
WHERE ar.project_id = $1 AND ar.id = $2 AND ${COUNTED_PLACE} ORDER BY s.id, sp.ordinal`;

type S = ClusterSpan;
type PartRow = [S["id"], S["version"], S["memberId"], S["targetId"], S["framing"], S["voice"], S["attribution"], S["speaker"], S["directness"], S["device"], S["confidence"], S["note"], S["labelIds"], S["fromSuggestion"], codebookVersion: number, start: number, end: number, quote: string];

/** The marks of an article as they stand, read anew. 404 where the project has no such article. */
export async function readMarks(actor: MemberActor, articleId: string): Promise<Marks> {
  const values = [actor.projectId, articleId];
  const head = await row<Head>(HEAD, values);
  if (!head) throw notFound();
  const parts = await rows<{ p: PartRow }>(`SELECT json_build_array(${PART_COLUMNS}) AS p FROM (${SPANS}) q(${PART_COLUMNS})`, values);
  const { content } = await currentCodebook(actor);
  const spans: ClusterSpan[] = [];
  for (const { p: [id, version, memberId, targetId, framing, voice, attribution, speaker, directness, device, confidence, note, labelIds, fromSuggestion, codebookVersion, start, end, quote] } of parts) {
    const last = spans.at(-1);
    if (last?.id === id) last.parts.push({ start, end, quote });
    else spans.push({ id, version, memberId, targetId, framing, voice, attribution, speaker, directness, device, confidence, note, labelIds: [...new Set(labelIds.map((label) => resolveLabel(content, label)))], fromSuggestion, codebookVersion, parts: [{ start, end, quote }] });
  }
  const annotators = head.annotators ?? [];
  const blocks = head.blocks ?? [];
  const readers = annotators.map(({ memberId, blockOrdinals }): Reader => ({ memberId, ranges: blockOrdinals.length === 0 ? null : blocks.filter(({ ordinal }) => blockOrdinals.includes(ordinal)) }));
  return keep(actor, articleId, { ...head, annotators, blocks, clusters: clusterSpans(spans, readers) });
}

const PART_COLUMNS = Array.from({ length: 18 }, (_, i) => `c${i}`).join(", ");

function keep(actor: MemberActor, articleId: string, marks: Marks): Marks {
  const key = `${actor.projectId} ${articleId}`;
  kept.delete(key);
  kept.set(key, marks);
  const oldest = kept.size > MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return marks;
}

/** The marks of an article as they were read last, or read now. Whoever uses them compares their basis in the statement that relies on it. */
export const recentMarks = async (actor: MemberActor, articleId: string): Promise<Marks> => kept.get(`${actor.projectId} ${articleId}`) ?? (await readMarks(actor, articleId));

/** The cluster of a key, or undefined. */
export const clusterOf = (marks: Marks, key: string): Cluster | undefined => marks.clusters.find((cluster) => cluster.key === key);
