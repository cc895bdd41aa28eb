import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { env } from "@/lib/platform/env";
import { LiveScreen } from "@/components/lesson-live/live-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("lessonLive");

/** The teacher's screen while a lesson runs. */
export default async function LivePage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/live`);
  const lesson = await findLesson(member);
  if (!lesson || lesson.state === "template" || member.role !== "coordinator") notFound();
  return <AreaWords of={["lesson", "lessonLive", "classTalk"]}><LiveScreen projectId={projectId} publicUrl={env().PUBLIC_URL ?? null} /></AreaWords>;
}
