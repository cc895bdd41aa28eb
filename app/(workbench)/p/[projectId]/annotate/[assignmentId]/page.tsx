import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import type { Lesson } from "@/lib/lessons/lesson";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { AnnotateScreen } from "@/components/annotator/annotate-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("annotate");

// The shell stays small; the screen fetches text and spans as JSON, which is several times faster than through
// the page's props.
export default async function AnnotatePage({ params }: { params: Promise<{ projectId: string; assignmentId: string }> }) {
  const { projectId, assignmentId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/annotate/${assignmentId}`);
  if (!allowed(member, "annotate")) notFound();
  const lesson = member.projectKind === "class" && member.role === "annotator" ? await findLesson(member) : null;
  return (
    <AreaWords of={["annotate", "cards", "discussion", "find", "guide", "keyboard", "lessonMark", "marking", "saving", "suggest", "suggested", "unsent", "whole", "writing"]}>
      <AnnotateScreen key={assignmentId} projectId={projectId} assignmentId={assignmentId} lesson={lesson === null ? undefined : { asksVoice: lesson.asksVoice, asksJudgement: lesson.asksJudgement, help: await helpLine(lesson) }} />
    </AreaWords>
  );
}

/** What a pupil reads above the article: the teacher's line, or ours; after the reveal, what marks made now are. */
async function helpLine({ revealed, step, steps }: Lesson): Promise<string> {
  const t = await requestTranslator();
  if (revealed) return t("lessonMark.late");
  const now = step === null ? undefined : steps[step];
  return now?.kind === "mark" || now?.kind === "judge" ? now.help || t(`lesson.help.${now.kind}`) : t("lesson.help.mark");
}
