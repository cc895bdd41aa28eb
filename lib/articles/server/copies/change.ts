import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { ArticleHead } from "../article-sql";
import { lockArticle } from "../change-article";
import { articleHead } from "../read-article";
import { joinWorks, splitWork, type WorksMoved } from "./works";

/** The article as it stands now, and the articles that went to another work. */
export type Regrouped = ArticleHead & { moved: string[] };

/** Says that two articles are copies; the article's own copies come along. Taking back what was said of those needs `confirm` (409). */
export const joinArticles = (actor: MemberActor, op: Op, articleId: string, wish: { version: number; otherId: string; confirm?: boolean | undefined }, moved: WorksMoved): Promise<Regrouped> =>
  regroup(actor, op, articleId, wish.version, "article.joined", { otherId: wish.otherId }, async (tx) => {
    if (!(await row("SELECT id FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, wish.otherId], tx))) throw notFound();
    const { moved: ids, undone } = await joinWorks(actor, tx, articleId, wish.otherId, wish.confirm === true, moved);
    return { moved: ids, detail: { undone } };
  });

/** Takes an article out of its work; `together` names copies that go with it into the new one. */
export const splitArticle = (actor: MemberActor, op: Op, articleId: string, wish: { version: number; together?: readonly string[] | undefined }, moved: WorksMoved): Promise<Regrouped> =>
  regroup(actor, op, articleId, wish.version, "article.split", { together: wish.together ?? [] }, async (tx) => ({ moved: await splitWork(actor, tx, articleId, wish.together ?? [], moved), detail: {} }));

const regroup = (actor: MemberActor, op: Op, articleId: string, version: number, action: string, detail: object, change: (tx: Sql) => Promise<{ moved: string[]; detail: object }>): Promise<Regrouped> =>
  runOperation(actor, op, async (tx) => {
    await lockArticle(actor, articleId, version, tx);
    const { moved, detail: more } = await change(tx);
    await rows("UPDATE article SET version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, articleId], tx);
    return { answer: { ...(await articleHead(actor, articleId, tx)), moved }, deed: { action, subject: "article", subjectId: articleId, detail: { ...detail, ...more, moved } } };
  });
