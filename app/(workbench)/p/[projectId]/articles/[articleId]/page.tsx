import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listOutlets } from "@/lib/articles/server/outlets";
import { readArticle } from "@/lib/articles/server/read-article";
import { assignableMembers } from "@/lib/assignments/server/assignable";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { ArticlePage } from "@/components/articles/article-page";

export const metadata: Metadata = { title: "Article" };

export default async function Article({ params }: { params: Promise<{ projectId: string; articleId: string }> }) {
  const { projectId, articleId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/${articleId}`);
  if (!isId(articleId)) notFound();
  const article = await readArticle(member, articleId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const mayWrite = allowed(member, "articles.write");
  const [outlets, members] = await Promise.all([mayWrite ? listOutlets(member) : [], allowed(member, "assignments.manage") ? assignableMembers(member) : []]);
  return <ArticlePage projectId={projectId} article={article} outlets={outlets.flatMap((outlet) => [outlet.name, ...outlet.aliases])} members={members} mayWrite={mayWrite} />;
}
