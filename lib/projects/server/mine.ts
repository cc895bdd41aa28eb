import "server-only";
import { accountEvents, accountOf, inPerson } from "@/lib/accounts/server/account";
import type { Actor } from "@/lib/accounts/server/actor";
import { readerSettings } from "@/lib/accounts/server/reader-settings";
import { listSessions } from "@/lib/accounts/server/sessions";
import { listTokens } from "@/lib/accounts/server/tokens";
import { rows } from "@/lib/platform/database";

/** Hides what is hidden from the actor in their projects; of a domain to the right, so the caller hands it in. */
export type HideSources = { title(id: string, title: string): string; parts<P extends { start: number; quote: string }>(id: string, parts: readonly P[], revision: string): P[] };
type MarkedPart = { start: number; end: number; quote: string; revisionId: string };

const OF_MINE = "JOIN member m ON m.project_id = x.project_id AND m.id = x.member_id WHERE m.user_id = $1";

/** Everything that is the actor's own: account, memberships, marks, judgements, notes and what was logged of them. Never a peer's. */
export async function everythingOfMine(actor: Actor, hide: (actor: Actor) => Promise<HideSources>) {
  inPerson(actor);
  const mine = <T>(sql: string) => rows<T>(sql, [actor.userId]);
  const mask = await hide(actor);
  return {
    format: "slantwise-person/1",
    account: await accountOf(actor),
    readerSettings: await readerSettings(actor),
    events: await accountEvents(actor),
    sessions: await listSessions(actor),
    tokens: await listTokens(actor),
    memberships: await mine(
      `SELECT p.id AS "projectId", p.name AS project, m.role, m.pseudonym, m.state, m.joined_at AS "joinedAt", m.removed_at AS "removedAt"
       FROM member m JOIN project p ON p.id = m.project_id WHERE m.user_id = $1 ORDER BY m.joined_at`,
    ),
    assignments: (await mine<{ id: string; article: string }>(
      `SELECT x.id, x.project_id AS "projectId", a.title AS article, x.round, x.phase, x.state, x.first_submitted_at AS "firstSubmittedAt", x.submitted_at AS "submittedAt",
              x.skipped_at AS "skippedAt", x.skip_reason AS "skipReason", x.flagged_at AS "flaggedAt", x.flag_note AS "flagNote"
       FROM assignment x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id ${OF_MINE} ORDER BY x.created_at, x.id`,
    )).map((one) => ({ ...one, article: mask.title(one.id, one.article) })),
    spans: (await mine<{ assignmentId: string; parts: MarkedPart[] }>(
      `SELECT x.id, x.project_id AS "projectId", x.assignment_id AS "assignmentId", t.name AS target, x.framing, x.voice, x.attribution, x.directness, x.device, x.confidence, x.note,
              x.created_at AS "createdAt", x.updated_at AS "updatedAt", x.deleted_at AS "deletedAt",
              (SELECT coalesce(json_agg(json_build_object('start', s.start_offset, 'end', s.end_offset, 'quote', s.quote, 'revisionId', s.revision_id) ORDER BY s.ordinal), '[]') FROM span_part s WHERE s.project_id = x.project_id AND s.span_id = x.id
                 AND s.revision_id = (SELECT r.id FROM span_part l JOIN revision r ON r.project_id = l.project_id AND r.id = l.revision_id WHERE l.project_id = x.project_id AND l.span_id = x.id ORDER BY r.number DESC LIMIT 1)) AS parts
       FROM span x JOIN target t ON t.project_id = x.project_id AND t.id = x.target_id ${OF_MINE} ORDER BY x.created_at, x.id`,
    )).map((one) => ({ ...one, parts: one.parts.flatMap(({ revisionId, ...part }) => mask.parts(one.assignmentId, [part], revisionId)) })),
    judgements: await mine(
      `SELECT x.project_id AS "projectId", x.assignment_id AS "assignmentId", t.name AS target, x.value, x.confidence, x.note, x.updated_at AS "updatedAt"
       FROM judgement x JOIN target t ON t.project_id = x.project_id AND t.id = x.target_id ${OF_MINE} ORDER BY x.updated_at`,
    ),
    answers: await mine(`SELECT x.project_id AS "projectId", x.assignment_id AS "assignmentId", x.set_id AS "setId", x.label_ids::text[] AS "labelIds", x.updated_at AS "updatedAt" FROM article_answer x ${OF_MINE} ORDER BY x.updated_at`),
    notes: await mine(`SELECT x.id, x.project_id AS "projectId", x.assignment_id AS "assignmentId", x.kind, x.body, x.created_at AS "createdAt", x.updated_at AS "updatedAt", x.deleted_at AS "deletedAt" FROM assignment_note x ${OF_MINE} ORDER BY x.created_at, x.id`),
    messages: await mine(`SELECT x.project_id AS "projectId", x.thread_id AS "threadId", CASE WHEN jsonb_typeof(x.body) = 'object' THEN x.body - 'passage' - 'peers' ELSE x.body END AS body, x.created_at AS "createdAt" FROM message x ${OF_MINE} ORDER BY x.created_at`),
    decisions: await mine(`SELECT x.id, x.project_id AS "projectId", x.article_id AS "articleId", x.number, x.subject, x.outcome, x.method, x.reason, x.note, x.at FROM decision x ${OF_MINE} ORDER BY x.at, x.id`),
    questions: await mine(`SELECT x.id, x.project_id AS "projectId", x.article_id AS "articleId", x.text, x.asked_at AS "askedAt" FROM question x ${OF_MINE.replace("x.member_id", "x.asked_by")} ORDER BY x.asked_at, x.id`),
    proposals: await mine(`SELECT x.id, x.project_id AS "projectId", x.text, x.state, x.created_at AS "createdAt" FROM codebook_proposal x ${OF_MINE.replace("x.member_id", "x.created_by")} ORDER BY x.created_at, x.id`),
    log: await mine(`SELECT x.project_id AS "projectId", x.action, x.subject, x.at FROM audit_entry x ${OF_MINE} ORDER BY x.at`),
  };
}
