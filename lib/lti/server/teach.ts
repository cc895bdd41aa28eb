import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { startSession } from "@/lib/accounts/server/sessions";
import { conflict } from "@/lib/kernel/errors";
import { err, ok, type Result } from "@/lib/kernel/result";
import { row, rows, transaction } from "@/lib/platform/database";
import { platformAddress } from "../addresses";
import type { Refusal } from "../refusals";
import { useLaunch } from "./arrive";
import { allowsLoopback } from "./ask-platform";
import { openTicket, sealTicket, type Ticket } from "./launch";
import { openPlatform } from "./platforms";
import { lessonOf } from "./resources";

/** What a teacher who comes from a course is to do next. */
export type Standing =
  | { kind: "sign_in" | "pupil_here"; platform: string }
  | { kind: "link"; platform: string; name: string }
  | { kind: "choose"; platform: string; deepLink: boolean; lessons: { id: string; name: string }[] }
  | { kind: "go"; projectId: string };

type LinkedUser = { user_id: string; kind: "person" | "pupil" };
const linkedUser = (ticket: Ticket): Promise<LinkedUser | undefined> =>
  row<LinkedUser>("SELECT l.user_id, u.kind FROM lti_person l JOIN app_user u ON u.id = l.user_id AND u.disabled_at IS NULL WHERE l.platform_id = $1 AND l.subject = $2", [ticket.platform, ticket.subject]);

/** Signs a teacher in whose account was linked before, once; a session is made unless they are signed in already. Null where nobody linked one. */
export async function arriveTeacher(actor: Actor, ticket: Ticket): Promise<{ session: string | null; ticket: string } | null> {
  const linked = await linkedUser(ticket);
  if (linked?.kind !== "person") return null;
  return transaction(async (tx) => {
    if (!(await useLaunch(actor, ticket, tx))) return null;
    const session = actor.userId === linked.user_id ? null : await startSession(actor, linked.user_id, tx);
    if (session !== null) await recordAccountEvent(actor, "signed_in", linked.user_id, { by: "lti" }, tx);
    return { session, ticket: sealTicket(actor, { ...ticket, user: linked.user_id }) };
  });
}

/** What the teacher with this ticket is to do next; refused like any launch. */
export async function standingOf(actor: Actor, sealed: string | null, browser: string | null): Promise<Result<Standing, Refusal>> {
  const opened = await openTicket(actor, sealed, browser);
  if (!opened.ok) return opened;
  const ticket = opened.value;
  const platform = await openPlatform(actor, ticket.platform);
  if (!platform) return err("unknown_platform");
  if (ticket.role !== "teacher") return err("role");
  if (ticket.user === null) return beforeLinking(actor, ticket, platform.name);
  if (ticket.wish === "deep_link") return takesLink(actor, ticket) ? ok({ kind: "choose", platform: platform.name, deepLink: true, lessons: await lessonsOf(actor) }) : err("deep_link");
  const lesson = await transaction((tx) => lessonOf(actor, ticket, tx));
  if (!lesson) return ok({ kind: "choose", platform: platform.name, deepLink: false, lessons: await lessonsOf(actor) });
  const member = await row("SELECT 1 FROM member WHERE project_id = $1 AND user_id = $2 AND state = 'active'", [lesson.projectId, actor.userId]);
  return member ? ok({ kind: "go", projectId: lesson.projectId }) : err("not_teacher");
}

async function beforeLinking(actor: Actor, ticket: Ticket, platform: string): Promise<Result<Standing, Refusal>> {
  const linked = await linkedUser(ticket);
  if (linked && linked.user_id !== actor.userId) return err("other_account");
  if (actor.kind === "anonymous") return ok({ kind: "sign_in", platform });
  return ok(actor.userKind === "person" ? { kind: "link", platform, name: actor.userName ?? "" } : { kind: "pupil_here", platform });
}

/** Whether the platform says where links may be sent, and that place may be sent to. */
export const takesLink = (actor: Actor, ticket: Ticket): boolean => ticket.deepLink !== null && platformAddress(ticket.deepLink.returnUrl, allowsLoopback(actor)).ok;

/** The lessons that a teacher leads and that are not over, newest first. */
const lessonsOf = (actor: Actor): Promise<{ id: string; name: string }[]> =>
  rows<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM member m JOIN project p ON p.id = m.project_id AND p.archived_at IS NULL AND NOT p.is_sample JOIN lesson l ON l.project_id = p.id AND l.state NOT IN ('template', 'ended')
     WHERE m.user_id = $1 AND m.state = 'active' AND m.role = 'coordinator' ORDER BY p.created_at DESC, p.id LIMIT 100`,
    [actor.userId],
  );

/** Remembers that the platform's subject is whoever is signed in, at their own wish. Throws 409 where that is not possible (any more). Answers with the new ticket for the cookie. */
export async function linkAccount(actor: Actor, sealed: string | null, browser: string | null): Promise<string> {
  const opened = await openTicket(actor, sealed, browser);
  if (!opened.ok || opened.value.user !== null || opened.value.role !== "teacher" || actor.userKind !== "person" || actor.kind !== "session") throw over();
  const ticket = opened.value;
  await transaction(async (tx) => {
    if (!(await useLaunch(actor, ticket, tx))) throw over();
    const linked = await row("INSERT INTO lti_person (platform_id, subject, user_id) VALUES ($1, $2, $3) ON CONFLICT (platform_id, subject) DO UPDATE SET user_id = lti_person.user_id WHERE lti_person.user_id = $3 RETURNING user_id", [ticket.platform, ticket.subject, actor.userId], tx);
    if (!linked) throw over();
  });
  return sealTicket(actor, { ...ticket, user: actor.userId });
}

/** For a teacher's act whose launch is over, or is another's. */
export const over = () => conflict("The link from your course is not good any more. Open it there again.");
