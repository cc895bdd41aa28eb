import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { doorOf } from "@/lib/lessons/server/door";
import { handOuts } from "@/lib/lessons/server/hand-out";
import { findLesson } from "@/lib/lessons/server/read-lesson";
import { env } from "@/lib/platform/env";
import { projectOf } from "@/lib/projects/server/projects";
import { CodeSheet } from "@/components/lesson-print/code-sheet";
import { HandOutArticle } from "@/components/lesson-print/hand-out-article";
import { PrintButton } from "@/components/lesson-print/print-button";
import { Worksheet } from "@/components/lesson-print/worksheet";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("lessonPrint");

/** What a teacher prints: the articles, each on its sheet, and a worksheet. */
export default async function HandOuts({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/lesson/print`);
  const lesson = await findLesson(member);
  if (!lesson || member.role !== "coordinator") notFound();
  const [project, articles, door, t] = await Promise.all([projectOf(member), handOuts(member, lesson.sourceHidden), lesson.state === "template" ? null : doorOf(member), requestTranslator("lessonPrint")]);
  return (
    <div className="page narrow hand-outs">
      <PageHead title={t("title")} facts={project.name} sub={t(lesson.sourceHidden ? "hidden" : "shown")} acts={<><Button href={`/p/${projectId}/lesson`}>{t("back")}</Button><PrintButton>{t("print")}</PrintButton></>} />
      {door?.spaced && door.path && <AreaWords of={["lessonPrint"]}><CodeSheet name={project.name} spaced={door.spaced} path={door.path} publicUrl={env().PUBLIC_URL ?? null} /></AreaWords>}
      {articles.length === 0 && <p className="muted">{t("none")}</p>}
      {articles.map((article, place) => <HandOutArticle key={article.articleId} letter={String.fromCharCode(65 + place)} article={article} event={lesson.event} />)}
      <Worksheet lesson={lesson} />
    </div>
  );
}
