import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { PointsScreen } from "@/components/lesson-points/points";
import { SendPoints } from "@/components/lti/send-points";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("points");

/** The points of a class, for its teacher. */
export default async function PointsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/points`);
  const lesson = member.role === "coordinator" ? await findLesson(member) : null;
  if (!lesson || lesson.state === "template") notFound();
  const t = await requestTranslator("lessonPoints");
  const api = `/api/v1/projects/${projectId}/lesson`;
  return (
    <AreaWords of={["lessonPoints", "lessonWriting", "lti"]}>
      <div className="page lesson-points">
        <PageHead title={t("title")} sub={t("sub")} acts={<><Button href={`${api}/exits.csv`}>{t("exits")}</Button><Button href={`${api}/grades.csv`}>{t("csv")}</Button></>} />
        <SendPoints projectId={projectId} />
        <p className="x12">{t("keys")}</p>
        <PointsScreen projectId={projectId} />
      </div>
    </AreaWords>
  );
}
