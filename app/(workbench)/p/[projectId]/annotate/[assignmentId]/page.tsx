import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { AnnotateScreen } from "@/components/annotator/annotate-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("annotate");

// The shell stays small; the screen fetches text and spans as JSON, which is several times faster than through
// the page's props.
export default async function AnnotatePage({ params }: { params: Promise<{ projectId: string; assignmentId: string }> }) {
  const { projectId, assignmentId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/annotate/${assignmentId}`);
  if (!allowed(member, "annotate")) notFound();
  return (
    <AreaWords of={["annotate", "cards", "discussion", "find", "guide", "keyboard", "marking", "saving", "suggest", "suggested", "unsent", "whole", "writing"]}>
      <AnnotateScreen key={assignmentId} projectId={projectId} assignmentId={assignmentId} />
    </AreaWords>
  );
}
