import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { row, rows } from "@/lib/platform/database";

/** Whether the actor's project is a class with a lesson, and whether that is a template. For the frame of every page. */
export const lessonKind = async (actor: MemberActor): Promise<"lesson" | "template" | null> => {
  if (actor.projectKind !== "class") return null;
  const found = await row<{ state: string }>("SELECT state FROM lesson WHERE project_id = $1", [actor.projectId]);
  return found === undefined ? null : found.state === "template" ? "template" : "lesson";
};

/** What a new lesson can be made of: the sample, templates, and projects that the actor leads. */
export type LessonSources = { sample: boolean; templates: { id: string; name: string }[]; projects: { id: string; name: string }[] };

/** The same, newest first. */
export async function lessonSources(actor: Actor): Promise<LessonSources> {
  const led = await rows<{ id: string; name: string; state: string | null }>(
    `SELECT p.id, p.name, l.state FROM member m JOIN project p ON p.id = m.project_id LEFT JOIN lesson l ON l.project_id = p.id
     WHERE m.user_id = $1 AND m.state = 'active' AND m.role = 'coordinator' AND p.archived_at IS NULL AND NOT p.is_sample ORDER BY p.created_at DESC LIMIT 60`,
    [actor.userId],
  );
  const named = (keep: (state: string | null) => boolean) => led.filter(({ state }) => keep(state)).map(({ id, name }) => ({ id, name }));
  return { sample: (await row("SELECT 1 FROM project WHERE is_sample LIMIT 1")) !== undefined, templates: named((state) => state === "template"), projects: named((state) => state === null) };
}

/** The ids of those of the actor's projects whose lesson is a template. */
export const templateIds = async (actor: Actor): Promise<ReadonlySet<string>> =>
  new Set((await rows<{ id: string }>("SELECT l.project_id AS id FROM member m JOIN lesson l ON l.project_id = m.project_id AND l.state = 'template' WHERE m.user_id = $1 AND m.state = 'active'", [actor.userId])).map(({ id }) => id));
