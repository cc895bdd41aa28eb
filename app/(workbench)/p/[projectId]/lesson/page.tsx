import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { planMaterial } from "@/lib/lessons/server/change-plan";
import { myLesson } from "@/lib/lessons/server/my-lesson";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { projectOf } from "@/lib/projects/server/projects";
import { PupilLesson } from "@/components/lesson/pupil-lesson";
import { CopyLesson } from "@/components/lesson-plan/copy-lesson";
import { LessonPlanForm } from "@/components/lesson-plan/lesson-plan";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("lesson");

/** The lesson of a class: its plan for the teacher, the lesson itself for pupils. */
export default async function LessonPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/lesson`);
  const lesson = await findLesson(member);
  if (!lesson) notFound();
  if (member.role !== "annotator" && member.role !== "coordinator") notFound();
  const project = await projectOf(member);
  if (member.role === "annotator") return <PupilLesson project={project} lesson={lesson} mine={await myLesson(member)} />;
  const [material, t] = await Promise.all([planMaterial(member), requestTranslator("lessonPlan")]);
  return (
    <AreaWords of={["lessonPlan", "lesson"]}>
      <div className="page lesson-plan">
        <PageHead title={project.name} facts={t(`states.${lesson.state}`)} sub={t(lesson.state === "template" ? "templateSub" : "sub")} acts={lesson.state !== "template" && <Button href={`/p/${projectId}/lesson/print`}>{t("print")}</Button>} />
        <LessonPlanForm key={lesson.version} projectId={projectId} name={project.name} lesson={lesson} material={material} />
        <CopyLesson projectId={projectId} name={project.name} template={lesson.state === "template"} />
      </div>
    </AreaWords>
  );
}
