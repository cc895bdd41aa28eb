import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readArticle } from "@/lib/articles/server/read-article";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { ReviseForm } from "@/components/revisions/revise-form";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("revise");

export default async function Revise({ params }: { params: Promise<{ projectId: string; articleId: string }> }) {
  const { projectId, articleId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/${articleId}/revisions/new`);
  if (!isId(articleId) || !allowed(member, "articles.write")) notFound();
  const { id, title, text, language } = await readArticle(member, articleId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  return <AreaWords of={["revisions"]}><ReviseForm projectId={projectId} article={{ id, title, text, language }} /></AreaWords>;
}
