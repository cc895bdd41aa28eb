import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { PupilTalk } from "@/components/lesson-talk/pupil-talk";
import { TalkScreen } from "@/components/lesson-talk/talk-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("classTalk");

/** The discussion of a class: led by the teacher, and from the reveal on for pupils to look at. */
export default async function TalkPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/talk`);
  const lesson = await findLesson(member);
  const teaches = member.role === "coordinator";
  if (!lesson || lesson.state === "template" || (!teaches && (member.role !== "annotator" || !lesson.revealed))) notFound();
  return <AreaWords of={["classTalk", "lessonWriting"]}>{teaches ? <TalkScreen projectId={projectId} /> : <PupilTalk projectId={projectId} />}</AreaWords>;
}
