import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readerSettings } from "@/lib/accounts/server/reader-settings";
import { AdjudicateScreen } from "@/components/adjudicator/adjudicate-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("adjudicate");

// The shell stays small; the screen fetches text and marks as JSON, as the annotate screen does.
export default async function AdjudicatePage({ params }: { params: Promise<{ projectId: string; articleId: string }> }) {
  const { projectId, articleId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/adjudicate/${articleId}`);
  if (!allowed(member, "adjudicate")) notFound();
  return (
    <AreaWords of={["adjudicate", "cards", "clusterTalk", "discussion", "history", "keyboard", "marking", "proposals", "writing"]}>
      <AdjudicateScreen key={articleId} projectId={projectId} articleId={articleId} memberId={member.memberId} settings={await readerSettings(member)} />
    </AreaWords>
  );
}
