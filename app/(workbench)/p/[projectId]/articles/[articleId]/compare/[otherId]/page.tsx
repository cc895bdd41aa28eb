import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readDiff } from "@/lib/articles/server/copies/read";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { DiffView } from "@/components/articles/copies/diff-view";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("compare");

export default async function Compare({ params }: { params: Promise<{ projectId: string; articleId: string; otherId: string }> }) {
  const { projectId, articleId, otherId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/${articleId}/compare/${otherId}`);
  if (!isId(articleId) || !isId(otherId) || !allowed(member, "outlets.read")) notFound();
  const diff = await readDiff(member, articleId, otherId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  return <DiffView projectId={projectId} diff={diff} />;
}
