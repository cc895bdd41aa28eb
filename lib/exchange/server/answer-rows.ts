import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { peerSight, visibleMarks } from "@/lib/annotations/server/visible";
import { rows } from "@/lib/platform/database";
import type { ExportedAnswer, ExportedNote } from "../answers";
import { ABOUT, AROUND, CIRCUMSTANCES, FIRST, labelNames, MOMENT, PAGE_SIZE, withoutSources, WORK } from "./export-sql";

const ANSWERS = `
SELECT s.assignment_id AS "assignmentId", m.pseudonym AS annotator, s.set_id AS "setId", s.label_ids::text[] AS "labelIds", s.needs_review AS "needsReview",
  ${ABOUT}, encode(r.sha256, 'hex') AS "textSha256", ${CIRCUMSTANCES}, ${MOMENT("a.submitted_at")} AS "submittedAt", s.version, ${MOMENT("s.updated_at")} AS "updatedAt"
FROM article_answer s ${AROUND}
JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id
JOIN revision r ON r.project_id = s.project_id AND r.id = ar.current_revision_id
WHERE s.project_id = $1 AND (s.assignment_id, s.set_id) > ($4::uuid, $5::uuid) AND cardinality(s.label_ids) > 0 AND ${visibleMarks("$2", "$3")}
ORDER BY s.assignment_id, s.set_id LIMIT ${PAGE_SIZE}`;

/** The article-level answers that the actor may see, behind the one named, by assignment and set; at most `PAGE_SIZE`. */
export async function answerPage(actor: MemberActor, after: ExportedAnswer | null): Promise<ExportedAnswer[]> {
  const names = await labelNames(actor);
  const found = await rows<ExportedAnswer>(ANSWERS, [actor.projectId, actor.memberId, peerSight(actor), after?.assignmentId ?? FIRST, after?.setId ?? FIRST]);
  return withoutSources(actor, found.map((one) => ({ ...one, set: names.set(one.setId), labels: names.labels(one.labelIds) })));
}

const NOTES = `
SELECT s.id AS "noteId", s.assignment_id AS "assignmentId", m.pseudonym AS annotator, s.kind, s.body AS note, ${ABOUT}, ${WORK},
  ${MOMENT("a.submitted_at")} AS "submittedAt", s.version, ${MOMENT("s.created_at")} AS "createdAt", ${MOMENT("s.updated_at")} AS "updatedAt"
FROM assignment_note s ${AROUND}
WHERE s.project_id = $1 AND s.id > $4::uuid AND s.deleted_at IS NULL AND ${visibleMarks("$2", "$3")}
ORDER BY s.id LIMIT ${PAGE_SIZE}`;

/** The notes on articles that the actor may see, behind the one named, in the order of their ids; at most `PAGE_SIZE`. */
export const notePage = async (actor: MemberActor, after: ExportedNote | null): Promise<ExportedNote[]> => withoutSources(actor, await rows<ExportedNote>(NOTES, [actor.projectId, actor.memberId, peerSight(actor), after?.noteId ?? FIRST]));
