import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { articleRevisions, revisionDiff, revisionReport } from "@/lib/annotations/server/revise/history";
import { articleHead } from "@/lib/articles/server/read-article";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { RevisionHistory } from "@/components/revisions/history";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("revisions");

const LIMIT = 100;
const hide = (error: unknown): never => {
  if (error instanceof AppError && error.status === 404) notFound();
  throw error;
};

export default async function Revisions({ params, searchParams }: { params: Promise<{ projectId: string; articleId: string }>; searchParams: Promise<{ show?: string; after?: string }> }) {
  const [{ projectId, articleId }, { show, after }] = await Promise.all([params, searchParams]);
  const member = await pageMember(projectId, `/p/${projectId}/articles/${articleId}/revisions`);
  if (!isId(articleId) || !allowed(member, "progress.read")) notFound();
  const path = `/p/${projectId}/articles/${articleId}/revisions`;
  const [article, lines] = await Promise.all([articleHead(member, articleId).catch(hide), articleRevisions(member, articleId).catch(hide)]);
  const revisions = lines.map((one) => ({ ...one, createdAt: new Date(one.createdAt).toISOString() }));
  const shown = show !== undefined && isId(show) ? revisions.find((one) => one.id === show) : undefined;
  const change = shown && (await Promise.all([revisionDiff(member, articleId, shown.id), revisionReport(member, articleId, shown.id, { after: after !== undefined && isId(after) ? after : undefined, limit: LIMIT })]).then(([paragraphs, { items, next }]) => ({
    revision: shown, paragraphs, items, more: next === null ? null : `${path}?show=${shown.id}&after=${next}`, csv: `/api/v1/projects/${projectId}/articles/${articleId}/revisions/${shown.id}/report.csv`,
  })));
  return (
    <AreaWords of={["revisions"]}>
      <RevisionHistory projectId={projectId} article={{ id: article.id, title: article.title }} revisions={revisions} change={change ?? null} mayWrite={allowed(member, "articles.write") && !article.archived} />
    </AreaWords>
  );
}
