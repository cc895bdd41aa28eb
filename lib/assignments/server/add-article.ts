import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { insertArticle, type AddedArticle, type ArticleDraft } from "@/lib/articles/server/insert-article";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { assignNewArticles } from "./assign-new";

/** Adds an article and, where the project says so, assigns it to every annotator, in one transaction. */
export const addArticle = (actor: MemberActor, op: Op, draft: ArticleDraft): Promise<AddedArticle & { assigned: number }> =>
  runOperation(actor, op, async (tx) => {
    const article = await insertArticle(actor, tx, draft);
    const assigned = await assignNewArticles(actor, tx, [article.id]);
    return { answer: { ...article, assigned }, deed: { action: "article.added", subject: "article", subjectId: article.id, detail: { title: article.title, codePoints: article.codePoints, assigned } } };
  });
