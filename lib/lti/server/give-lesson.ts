import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invariant } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { toolAddresses } from "../addresses";
import { CLAIM } from "../claims";
import { linkMessage } from "../messages";
import { sign } from "./keys";
import { openTicket, type Ticket } from "./launch";
import { openPlatform } from "./platforms";
import { lessonOf, tieResource } from "./resources";
import { freshSecret, lessonMark } from "./seal";
import { over, takesLink } from "./teach";

type Cookies = { readonly ticket: string | null; readonly browser: string | null };

async function ticketFor(actor: MemberActor, cookies: Cookies, wish: Ticket["wish"]): Promise<Ticket> {
  const opened = await openTicket(actor, cookies.ticket, cookies.browser);
  if (!opened.ok || opened.value.user === null || opened.value.role !== "teacher" || opened.value.wish !== wish) throw over();
  return opened.value;
}

async function lessonName(actor: MemberActor): Promise<string> {
  const found = await row<{ name: string; state: string }>("SELECT p.name, l.state FROM lesson l JOIN project p ON p.id = l.project_id WHERE l.project_id = $1", [actor.projectId]);
  if (!found || found.state === "template" || found.state === "ended") throw conflict("Only a lesson that is not over can be put into a course.");
  return found.name;
}

/** Ties the link by which a teacher came to this lesson, for good. Throws 409 when it leads to another one by now. */
export async function giveLesson(actor: MemberActor, op: Op, cookies: Cookies): Promise<void> {
  const ticket = await ticketFor(actor, cookies, "lesson");
  await lessonName(actor);
  await runOperation(actor, op, async (tx) => {
    if (!(await lessonOf(actor, ticket, tx))) await tieResource(actor, ticket, actor.projectId, tx);
    if ((await lessonOf(actor, ticket, tx))?.projectId !== actor.projectId) throw conflict("Another lesson was chosen for this link meanwhile.");
    return { answer: null, deed: { action: "lesson.tied_to_course", subject: "lesson", subjectId: actor.projectId } };
  });
}

export type LinkBack = { returnUrl: string; jwt: string; name: string };

/** What the teacher's browser takes back to the platform for a link to this lesson: a signed message, and where to post it. */
export async function linkBack(actor: MemberActor, cookies: Cookies, base: string): Promise<LinkBack> {
  const ticket = await ticketFor(actor, cookies, "deep_link");
  const [platform, name] = [await openPlatform(actor, ticket.platform), await lessonName(actor)];
  if (!platform || !takesLink(actor, ticket)) throw over();
  invariant(ticket.deepLink, "it takes a link");
  const message = linkMessage({ name, launch: toolAddresses(base).launch, lesson: lessonMark(actor, platform.id, actor.projectId) });
  const data = ticket.deepLink.data === null ? {} : { [CLAIM.data]: ticket.deepLink.data };
  const jwt = await sign(actor, { ...message, ...data, iss: platform.clientId, sub: platform.clientId, aud: platform.issuer, nonce: freshSecret(actor), [CLAIM.deployment]: platform.deploymentId });
  return { returnUrl: ticket.deepLink.returnUrl, jwt, name };
}
