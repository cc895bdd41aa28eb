import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { daysToRemind, suggestedUntil } from "../retention";

/** Until when a class is kept (YYYY-MM-DD, by the server's day); nothing is erased by itself. `days` are left when it is time to remind. */
export type Retention = { until: string | null; suggested: string; days: number | null; namelessAt: Date | null; version: number };

type Found = { until: string | null; today: string; namelessAt: Date | null; version: number };

/** The same, for the class's teacher; throws 404 for others and where there is no lesson. */
export async function readRetention(actor: MemberActor, tx?: Sql): Promise<Retention> {
  const found = actor.role === "coordinator" ? await row<Found>(`SELECT p.retain_until::text AS until, current_date::text AS today, p.nameless_at AS "namelessAt", p.version FROM project p JOIN lesson l ON l.project_id = p.id WHERE p.id = $1`, [actor.projectId], tx) : undefined;
  if (!found) throw notFound();
  const { today, ...rest } = found;
  return { ...rest, suggested: suggestedUntil(today), days: rest.namelessAt === null ? daysToRemind(rest.until, today) : null };
}

/** Sets the day until which the class is kept, or none. A day that is past is refused; a stale version is 409. */
export const setRetention = (actor: MemberActor, op: Op, { until, version }: { until: string | null; version: number }): Promise<Retention> =>
  runOperation(actor, op, async (tx) => {
    await rows("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
    const current = await readRetention(actor, tx);
    if (current.version !== version) throw conflict("Somebody changed this class since you opened it.", { current });
    const past = await row<{ past: boolean }>("SELECT $1::date < current_date AS past", [until], tx);
    if (past?.past) throw invalid("/until: is past", { errors: [{ path: "/until", message: "is past" }] });
    await rows("UPDATE project SET retain_until = $2, version = version + 1 WHERE id = $1", [actor.projectId, until], tx);
    return { answer: await readRetention(actor, tx), deed: { action: "class.kept_until", subject: "lesson", subjectId: actor.projectId, detail: { until } } };
  });

/** The actor's classes whose day is near or past, soonest first. */
export async function classesDue(actor: Actor): Promise<{ projectId: string; name: string; days: number }[]> {
  const found = await rows<{ projectId: string; name: string; until: string; today: string }>(
    `SELECT p.id AS "projectId", p.name, p.retain_until::text AS until, current_date::text AS today FROM member m JOIN project p ON p.id = m.project_id JOIN lesson l ON l.project_id = p.id
     WHERE m.user_id = $1 AND m.state = 'active' AND m.role = 'coordinator' AND p.retain_until IS NOT NULL AND p.nameless_at IS NULL ORDER BY p.retain_until, p.name LIMIT 200`,
    [actor.userId],
  );
  return found.flatMap(({ projectId, name, until, today }) => {
    const days = daysToRemind(until, today);
    return days === null ? [] : [{ projectId, name, days }];
  });
}

/** Days left until the day of the actor's class (negative: past), where its teacher is to be reminded; null elsewhere. For the frame of every page. */
export async function classDue(actor: MemberActor): Promise<number | null> {
  if (actor.projectKind !== "class" || actor.role !== "coordinator") return null;
  const found = await row<{ until: string | null; today: string }>("SELECT p.retain_until::text AS until, current_date::text AS today FROM project p JOIN lesson l ON l.project_id = p.id WHERE p.id = $1 AND p.nameless_at IS NULL", [actor.projectId]);
  return found ? daysToRemind(found.until, found.today) : null;
}
