import "server-only";
import { TOLD_PHASE } from "@/lib/assignments/server/assign-sql";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { textMask } from "@/lib/articles/server/source-mask";
import { labelsOf, type CodebookContent } from "@/lib/codebook/content";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { workChanges, type KeptSpan, type KeptWork, type WorkChanges } from "../history";
import { RETURNS_JSON } from "./return-sql";
import { currentCodebook } from "@/lib/codebook/server/cached";

/** A mark as the history names it. */
export type HistorySpan = { id: string; target: string; framing: string; voice: string | null; speaker: string | null; note: string; labels: string[]; quote: string; start: number };
type Changed<T> = { before: T; after: T };
export type HistoryChanges = {
  spans: { added: HistorySpan[]; removed: HistorySpan[]; changed: Changed<HistorySpan>[] };
  judgements: (Changed<number | string | null> & { targetId: string; target: string })[];
  answers: (Changed<string[]> & { setId: string; set: string })[];
  notes: { added: number; removed: number; changed: number };
};
export type HistoryEvent =
  | { kind: "assigned" | "begun"; at: string }
  | { kind: "submitted"; at: string; number: number; spans: number; judgements: number; answers: number; notes: number; changes: HistoryChanges | null }
  | { kind: "returned"; at: string; number: number; by: string | null; comment: string; spans: HistorySpan[] };
export type History = { assignment: { id: string; articleId: string; annotator: string; state: string; phase: string; round: number; version: number }; events: HistoryEvent[] };

type Found = {
  assignment: History["assignment"];
  assignedAt: string;
  begunAt: string | null;
  submissions: { number: number; at: string; content: KeptWork }[];
  returns: { at: string; by: string | null; comment: string; spanIds: string[]; number: number }[];
};

const FIND = `
SELECT json_build_object('id', a.id, 'articleId', a.article_id, 'annotator', m.pseudonym, 'state', a.state, 'phase', CASE WHEN $4 THEN a.phase ELSE ${TOLD_PHASE("a")} END, 'round', a.round, 'version', a.version) AS assignment,
  to_json(a.created_at) AS "assignedAt",
  to_json(least((SELECT min(s.created_at) FROM span s WHERE s.project_id = $1 AND s.assignment_id = a.id), (SELECT min(e.at) FROM judgement_event e WHERE e.project_id = $1 AND e.assignment_id = a.id),
    (SELECT min(e.at) FROM article_answer_event e WHERE e.project_id = $1 AND e.assignment_id = a.id), (SELECT min(n.created_at) FROM assignment_note n WHERE n.project_id = $1 AND n.assignment_id = a.id))) AS "begunAt",
  (SELECT coalesce(json_agg(json_build_object('number', u.number, 'at', u.submitted_at, 'content', u.content) ORDER BY u.number), '[]') FROM submission u WHERE u.project_id = $1 AND u.assignment_id = a.id) AS submissions,
  ${RETURNS_JSON("a.id")} AS returns
FROM assignment a JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id
WHERE a.project_id = $1 AND a.id = $2 AND (a.member_id = $3 AND a.state <> 'withdrawn' AND NOT a.locked OR $4::boolean)`;

/**
 * What happened to one assignment, in order: assigned, begun, each submission with what it changed, each return. For
 * its annotator, and for coordinators and reviewers; what is not submitted yet is told to nobody. Words are masked for
 * whom the source is hidden from.
 */
export async function assignmentHistory(actor: MemberActor, assignmentId: string): Promise<History> {
  const found = await row<Found>(FIND, [actor.projectId, assignmentId, actor.memberId, actor.role === "coordinator" || actor.role === "reviewer"]);
  if (!found) throw notFound();
  const targets = new Map((await rows<{ id: string; name: string }>("SELECT id, name FROM target WHERE project_id = $1", [actor.projectId])).map((one) => [one.id, one.name]));
  const names = namesFrom((await currentCodebook(actor)).content, targets);
  const mask = await textMask(actor, { assignmentIds: [assignmentId] });
  const submissions = found.submissions.map((one) => ({ ...one, content: { ...one.content, spans: one.content.spans.map((span) => ({ ...span, speaker: mask.name(assignmentId, span.speaker ?? null), parts: mask.parts(assignmentId, span.parts, span.revisionId ?? one.content.revisionId) })) } }));
  const submitted = submissions.map(({ number, at, content }, i): HistoryEvent => {
    const before = submissions[i - 1]?.content;
    const counts = { spans: content.spans.length, judgements: content.judgements.filter((one) => one.value !== null).length, answers: content.answers?.length ?? 0, notes: content.notes?.length ?? 0 };
    return { kind: "submitted", at, number, ...counts, changes: before ? named(workChanges(before, content), names) : null };
  });
  const returned = found.returns.map(({ at, by, comment, spanIds, number }): HistoryEvent => {
    const kept = new Map(submissions.find((one) => one.number === number)?.content.spans.map((span) => [span.id, span]));
    return { kind: "returned", at, number, by, comment, spans: spanIds.flatMap((id) => kept.get(id) ?? []).map(names.span) };
  });
  const first: HistoryEvent[] = [{ kind: "assigned", at: found.assignedAt }, ...(found.begunAt === null ? [] : [{ kind: "begun" as const, at: found.begunAt }])];
  return { assignment: found.assignment, events: [...first, ...inTurn(submitted, returned)] };
}

/** Each submission is followed by its return, whatever the clock said. */
const inTurn = (submitted: readonly HistoryEvent[], returned: readonly HistoryEvent[]): HistoryEvent[] =>
  [...submitted, ...returned].sort((a, b) => numberOf(a) - numberOf(b) || (a.kind === b.kind ? 0 : a.kind === "submitted" ? -1 : 1));
const numberOf = (event: HistoryEvent): number => ("number" in event ? event.number : 0);

type Names = { span: (span: KeptSpan) => HistorySpan; target: (id: string) => string; labels: (ids: readonly string[]) => string[]; set: (id: string) => string };

function namesFrom(content: CodebookContent, targets: ReadonlyMap<string, string>): Names {
  const sets = new Map(content.sets.map((set) => [set.id, set.name]));
  const known = new Map(labelsOf(content).map(({ label }) => [label.id, label.name]));
  const target = (id: string): string => targets.get(id) ?? "";
  const labels = (ids: readonly string[]): string[] => ids.map((id) => known.get(id) ?? id);
  const span = ({ id, targetId, framing, voice, speaker = null, note = "", labelIds = [], parts }: KeptSpan): HistorySpan => ({
    id, target: target(targetId), framing, voice, speaker, note, labels: labels(labelIds), quote: parts.map((part) => part.quote).join(" … "), start: parts[0]?.start ?? 0,
  });
  return { span, target, labels, set: (id) => sets.get(id) ?? id };
}

const named = ({ spans, judgements, answers, notes }: WorkChanges, names: Names): HistoryChanges => ({
  spans: { added: spans.added.map(names.span), removed: spans.removed.map(names.span), changed: spans.changed.map(({ before, after }) => ({ before: names.span(before), after: names.span(after) })) },
  judgements: judgements.map((one) => ({ ...one, target: names.target(one.targetId) })),
  answers: answers.map(({ setId, before, after }) => ({ setId, set: names.set(setId), before: names.labels(before), after: names.labels(after) })),
  notes,
});
