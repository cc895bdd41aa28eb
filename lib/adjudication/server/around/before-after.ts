import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNTED_WORK } from "@/lib/annotations/server/rollup";
import { rows } from "@/lib/platform/database";
import { projectOf } from "@/lib/projects/server/projects";
import { beforeAfter, type BeforeAfter, type SettledArticle } from "../../around/before-after";
import { STANDS } from "../decision-rows";

/** Settled articles that are looked at, those that were settled last. */
const MOST = 500;

type Kept = { targetId: string; framing: string; parts: { start: number; end: number }[] }[] | null;
type Row = { articleId: string; settled: Kept; annotators: { memberId: string; first: Kept; latest: Kept }[] | null };

const SUBMITTED = (number: string): string => `(SELECT u.content -> 'spans' FROM submission u WHERE u.project_id = a.project_id AND u.assignment_id = a.id AND u.number = ${number} AND coalesce(u.content ->> 'revisionId', r.id::text) = r.id::text)`;
const TARGETED = `'targetId', (SELECT coalesce(t.merged_into_id, t.id) FROM target t WHERE t.project_id = z.project_id AND t.id = z.target_id), 'framing', z.framing`;

// What was submitted on an earlier text counts other places; its annotator is left out of that article.
const SETTLED = `
SELECT ar.id AS "articleId",
  (SELECT json_agg(json_build_object(${TARGETED}, 'parts', (SELECT json_agg(json_build_object('start', p.start_offset, 'end', p.end_offset) ORDER BY p.ordinal) FROM settled_part p WHERE p.project_id = z.project_id AND p.settled_span_id = z.id AND p.revision_id = r.id)))
   FROM settled_span z JOIN decision d ON d.project_id = z.project_id AND d.id = z.decision_id AND ${STANDS} WHERE z.project_id = $1 AND z.article_id = ar.id) AS settled,
  (SELECT json_agg(json_build_object('memberId', a.member_id, 'first', ${SUBMITTED("1")}, 'latest', ${SUBMITTED("(SELECT max(n.number) FROM submission n WHERE n.project_id = a.project_id AND n.assignment_id = a.id)")}) ORDER BY a.id)
   FROM assignment a WHERE a.project_id = $1 AND a.article_id = ar.id AND ${COUNTED_WORK}) AS annotators
FROM adjudication j JOIN article ar ON ar.project_id = j.project_id AND ar.id = j.article_id AND ar.state = 'active' JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id
WHERE j.project_id = $1 AND j.state = 'settled' ORDER BY j.settled_at DESC, ar.id LIMIT ${MOST}`;

/**
 * Agreement on marks over settled articles: of first submissions, of latest ones, and of each annotator with the
 * record (all for a coordinator, one's own for everybody else). Null in a class, which is shown no coefficient.
 */
export async function agreementBeforeAfter(actor: MemberActor): Promise<(BeforeAfter & { names: Record<string, string> }) | null> {
  if ((await projectOf(actor)).kind === "class") return null;
  const [found, members, merged] = await Promise.all([
    rows<Row>(SETTLED, [actor.projectId]),
    rows<{ id: string; name: string }>("SELECT id, pseudonym AS name FROM member WHERE project_id = $1", [actor.projectId]),
    rows<{ id: string; into: string }>("SELECT id, merged_into_id AS into FROM target WHERE project_id = $1 AND merged_into_id IS NOT NULL", [actor.projectId]),
  ]);
  const into = new Map(merged.map((one) => [one.id, one.into]));
  const labels = new Map<string, number>();
  const labelOf = (way: string): number => labels.get(way) ?? (labels.set(way, labels.size), labels.size - 1);
  const marks = (kept: Kept) => (kept ?? []).filter(({ parts }) => parts?.length > 0).map(({ targetId, framing, parts }) => ({ parts: parts.map(({ start, end }) => [start, end] as const), label: labelOf(`${into.get(targetId) ?? targetId} ${framing}`) }));
  const articles = found.map(({ settled, annotators }): SettledArticle => ({
    settled: marks(settled),
    annotators: (annotators ?? []).filter(({ first, latest }) => first !== null && latest !== null).map(({ memberId, first, latest }) => ({ memberId, first: marks(first), latest: marks(latest) })),
  }));
  const all = beforeAfter(articles);
  const shown = all.annotators.filter(({ memberId }) => actor.role === "coordinator" || memberId === actor.memberId);
  return { ...all, annotators: shown, names: Object.fromEntries(members.filter(({ id }) => shown.some((one) => one.memberId === id)).map(({ id, name }) => [id, name])) };
}
