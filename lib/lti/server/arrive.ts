import "server-only";
import { justJoined, type Actor } from "@/lib/accounts/server/actor";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { startSession } from "@/lib/accounts/server/sessions";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { err, ok, type Result } from "@/lib/kernel/result";
import { enrolMember } from "@/lib/lessons/server/enrol";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { addUnderAnyPseudonym } from "@/lib/projects/server/newcomers";
import { audit } from "@/lib/projects/server/operation";
import type { Refusal } from "../refusals";
import type { Ticket } from "./launch";
import { lessonOf } from "./resources";

/** Somebody is in: where to go, and the token of a fresh session. */
export type Arrived = { readonly projectId: string; readonly session: string };

/**
 * Lets a pupil into the lesson of the link: the user of this subject of this platform, made at the first time without
 * name and address, as a member under a made-up name. Whoever was taken out stays out; nobody new comes in after the end.
 */
export async function arrivePupil(actor: Actor, ticket: Ticket): Promise<Result<Arrived, Refusal>> {
  return transaction(async (tx) => {
    if (!(await useLaunch(actor, ticket, tx))) return err("replayed");
    const lesson = await lessonOf(actor, ticket, tx);
    if (!lesson || lesson.state === "template") return err("resource");
    const known = await knownUser(ticket, tx);
    // Nothing is kept of somebody who comes too late.
    if (known === null && lesson.over) return err("lesson_over");
    const userId = known ?? (await newUser(ticket, tx));
    const entered = await enter(actor, lesson.projectId, lesson.over, userId, tx);
    if (entered !== null) return err(entered);
    const session = await startSession(actor, userId, tx);
    await recordAccountEvent(actor, "signed_in", userId, { by: "lti" }, tx);
    return ok({ projectId: lesson.projectId, session });
  });
}

/** Uses a launch up; false when it was used before. */
export const useLaunch = async (_actor: Actor, ticket: Ticket, tx: Sql): Promise<boolean> =>
  (await row("UPDATE lti_launch SET used_at = now() WHERE state_digest = $1 AND used_at IS NULL RETURNING state_digest", [ticket.launch], tx)) !== undefined;

async function knownUser(ticket: Ticket, tx: Sql): Promise<string | null> {
  // Two launches of one pupil at once, as by a double click, make one user.
  await rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 8))", [`lti ${ticket.platform} ${ticket.subject}`], tx);
  const known = await row<{ user_id: string }>("SELECT user_id FROM lti_person WHERE platform_id = $1 AND subject = $2", [ticket.platform, ticket.subject], tx);
  return known?.user_id ?? null;
}

async function newUser(ticket: Ticket, tx: Sql): Promise<string> {
  const id = newId();
  await rows("INSERT INTO app_user (id, kind) VALUES ($1, 'pupil')", [id], tx);
  await rows("INSERT INTO lti_person (platform_id, subject, user_id) VALUES ($1, $2, $3)", [ticket.platform, ticket.subject, id], tx);
  return id;
}

async function enter(actor: Actor, projectId: string, over: boolean, userId: string, tx: Sql): Promise<Refusal | null> {
  const user = await row("SELECT id FROM app_user WHERE id = $1 AND disabled_at IS NULL", [userId], tx);
  if (!user) return "removed";
  const before = await row<{ state: string }>("SELECT state FROM member WHERE project_id = $1 AND user_id = $2 FOR NO KEY UPDATE", [projectId, userId], tx);
  if (before) return before.state === "active" ? null : "removed";
  if (over) return "lesson_over";
  const memberId = await addUnderAnyPseudonym(actor, { projectId, userId, role: "annotator" }, tx);
  const member = await justJoined(actor, projectId, memberId, tx);
  invariant(member, "the member was just written");
  await enrolMember(member, tx, member);
  await audit(member, { action: "member.joined", subject: "member", subjectId: memberId, detail: { by: "lti", role: "annotator" } }, tx);
  return null;
}
