import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { ClassScreen } from "@/components/lesson-talk/class-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("classScreen");

/** What the teacher's projector shows of the discussion. */
export default async function ScreenPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/talk/screen`);
  const lesson = await findLesson(member);
  if (!lesson || lesson.state === "template" || member.role !== "coordinator") notFound();
  return <AreaWords of={["classTalk"]}><ClassScreen projectId={projectId} /></AreaWords>;
}
