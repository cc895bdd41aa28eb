import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { listCaptures } from "@/lib/articles/server/captures";
import { readCopies } from "@/lib/articles/server/copies/read";
import { readArticle } from "@/lib/articles/server/read-article";
import { assignableMembers } from "@/lib/assignments/server/assignable";
import { articleAnswers } from "@/lib/annotations/server/read-answers";
import { readKey } from "@/lib/annotations/server/keys";
import { newestVersion } from "@/lib/codebook/server/versions";
import { listTargets } from "@/lib/codebook/server/targets";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { KeyPanel } from "@/components/keys/key-panel";
import { CopiesPanel } from "@/components/articles/copies/copies-panel";
import { ArticlePage } from "@/components/articles/article-page";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("article");

export default async function Article({ params }: { params: Promise<{ projectId: string; articleId: string }> }) {
  const { projectId, articleId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/${articleId}`);
  if (!isId(articleId)) notFound();
  const article = await readArticle(member, articleId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const mayWrite = allowed(member, "articles.write");
  const mayKey = allowed(member, "keys.manage");
  const [said, outlets, members, shownKey, targets, codebook, captures] = await Promise.all([articleAnswers(member, articleId), mayWrite ? listOutlets(member) : [], allowed(member, "assignments.manage") ? assignableMembers(member) : [], mayKey ? readKey(member, articleId) : null, mayKey ? listTargets(member, { archived: true }) : [], mayKey ? newestVersion(member) : null, mayWrite && article.sourceHidden !== true ? listCaptures(member, articleId) : []]);
  const copies = allowed(member, "outlets.read") ? await readCopies(member, articleId) : null;
  const copiesPanel = copies && <CopiesPanel projectId={projectId} articleId={articleId} version={article.version} copies={copies} mayWrite={mayWrite} />;
  const sources = (article.assigned ?? []).filter((one) => one.state === "submitted");
  const annotators = members.filter((one) => one.role === "annotator").map((one) => ({ id: one.id, name: one.pseudonym }));
  const answerKey = mayKey && !article.archived && <KeyPanel key={articleId} projectId={projectId} articleId={articleId} shown={shownKey} sources={sources} targets={targets} framings={codebook?.content.framing ?? []} annotators={annotators} />;
  return <AreaWords of={["discussion", "history", "keys", "writing"]}><ArticlePage projectId={projectId} article={article} outlets={outlets.flatMap((outlet) => [outlet.name, ...outlet.aliases])} members={members} mayWrite={mayWrite} returner={allowed(member, "assignments.return") ? member.memberId : null} said={said} answerKey={answerKey} copiesPanel={copiesPanel} captures={captures} /></AreaWords>;
}
