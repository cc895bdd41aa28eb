import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";

/** Adds a value to a statement and answers with its placeholder. */
export type Bind = (value: unknown) => string;

/** Values of one statement and the function that adds to them. */
export function binder(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** Whether the actor sees every article of the project, or only the assigned ones. */
export const seesAllArticles = (actor: MemberActor): boolean => actor.role !== "annotator";

/** Whether the actor may see how far others are with an article. */
export const seesProgress = (actor: MemberActor): boolean => actor.role === "coordinator" || actor.role === "reviewer";

/** The where clause of every read of articles: the project, and for annotators their own assignments. */
export function visibleArticles(actor: MemberActor, bind: Bind, a = "a"): string {
  const inProject = `${a}.project_id = ${bind(actor.projectId)}`;
  if (seesAllArticles(actor)) return inProject;
  return `${inProject} AND EXISTS (SELECT FROM assignment mine WHERE mine.project_id = ${a}.project_id AND mine.article_id = ${a}.id AND mine.member_id = ${bind(actor.memberId)} AND mine.state <> 'withdrawn' AND NOT mine.locked)`;
}
