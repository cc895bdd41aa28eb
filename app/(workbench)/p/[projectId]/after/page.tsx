import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listPupils } from "@/lib/lessons/server/erase";
import { lessonKind } from "@/lib/lessons/server/list-lessons";
import { readRetention } from "@/lib/lessons/server/retention";
import { projectOf } from "@/lib/projects/server/projects";
import { AfterActs } from "@/components/lesson-after/after";
import { RetentionForm } from "@/components/lesson-after/retention-form";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("after");

/** What becomes of a class after its lesson, for its teacher. */
export default async function AfterPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/after`);
  if (member.role !== "coordinator" || (await lessonKind(member)) !== "lesson") notFound();
  const [project, kept, pupils, t] = await Promise.all([projectOf(member), readRetention(member), listPupils(member), requestTranslator("lessonAfter")]);
  return (
    <AreaWords of={["lessonAfter"]}>
      <div className="page lesson-after">
        <PageHead title={t("title")} sub={t("sub")} />
        <section className="sect la">
          <h2>{t("keep.title")}</h2>
          <p>{t("keep.why")}</p>
          <RetentionForm key={kept.version} projectId={projectId} kept={{ until: kept.until, suggested: kept.suggested, version: kept.version }} />
        </section>
        <AfterActs projectId={projectId} name={project.name} nameless={kept.namelessAt !== null} pupils={pupils} />
        <section className="sect la">
          <h2>{t("backups.title")}</h2>
          <p>{t("backups.what")}</p>
          <p>{t("backups.restore")}</p>
        </section>
      </div>
    </AreaWords>
  );
}
