import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";

/** Somebody whom articles can be assigned to, with how many they have. */
export type AssignableMember = { id: string; pseudonym: string; role: "coordinator" | "reviewer" | "annotator"; open: number; submitted: number };

/** The active members who can annotate, annotators first; for coordinators. */
export const assignableMembers = (actor: MemberActor): Promise<AssignableMember[]> =>
  rows<AssignableMember>(
    `SELECT m.id, m.pseudonym, m.role, coalesce(n.open, 0) AS open, coalesce(n.submitted, 0) AS submitted FROM member m
     LEFT JOIN (SELECT s.member_id, count(*) FILTER (WHERE s.state <> 'submitted')::int AS open, count(*) FILTER (WHERE s.state = 'submitted')::int AS submitted
                FROM assignment s WHERE s.project_id = $1 AND s.state <> 'withdrawn' GROUP BY s.member_id) n ON n.member_id = m.id
     WHERE m.project_id = $1 AND m.state = 'active' AND m.role <> 'observer' AND $2
     ORDER BY m.role <> 'annotator', m.pseudonym_key LIMIT 1000`,
    [actor.projectId, actor.role === "coordinator"],
  );
