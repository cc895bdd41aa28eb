import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { feedback, myPractice } from "@/lib/annotations/server/practice";
import { readArticle } from "@/lib/articles/server/read-article";
import { newestVersion } from "@/lib/codebook/server/versions";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { FeedbackPage, NoKeyYet } from "@/components/practice/feedback-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("practice");

export default async function Feedback({ params }: { params: Promise<{ projectId: string; assignmentId: string }> }) {
  const { projectId, assignmentId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/annotate/${assignmentId}/feedback`);
  if (!allowed(member, "annotate") || !isId(assignmentId)) notFound();
  const found = await feedback(member, assignmentId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    if (error instanceof AppError && error.status === 409) return null;
    throw error;
  });
  if (found === null) return <NoKeyYet projectId={projectId} />;
  const [article, codebook, practice] = await Promise.all([readArticle(member, found.articleId), newestVersion(member), member.role === "annotator" ? myPractice(member) : null]);
  return <FeedbackPage projectId={projectId} feedback={found} article={article} codebook={codebook.content} practice={practice} />;
}
