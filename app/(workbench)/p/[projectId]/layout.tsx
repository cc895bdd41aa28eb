import type { ReactNode } from "react";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { mayCompare } from "@/lib/compare/server/sight";
import { lessonKind } from "@/lib/lessons/server/list-lessons";
import { classDue } from "@/lib/lessons/server/retention";
import { listProjects, projectOf } from "@/lib/projects/server/projects";
import { RetentionBanner } from "@/components/lesson-after/retention-banner";
import { ProjectMasthead } from "@/components/projects/project-masthead";
import { env } from "@/lib/platform/env";
import { AreaWords } from "@/components/words/area-words";
import { requestTranslator } from "@/components/words/request-words";
import { UnsentProvider } from "@/components/annotator/unsent/unsent-provider";
import { UnsentNotice } from "@/components/annotator/unsent/unsent-notice";
import { LanBanner } from "@/components/projects/lan-banner";
import { Arrival } from "@/components/ui/arrival";

/** The frame around every page of a project. It shows; each page asks for its actor itself. */
export default async function ProjectLayout({ children, params }: { children: ReactNode; params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}`);
  const [project, projects, lesson, due, t] = await Promise.all([projectOf(member), listProjects(member), lessonKind(member), classDue(member), requestTranslator()]);
  return (
    <div className="app">
      <a className="skip btn" href="#main">{t("shell.skip")}</a>
      {env().SLANTWISE_LAN === "1" && <LanBanner />}
      {due !== null && <RetentionBanner projectId={projectId} days={due} />}
      <ProjectMasthead project={project} compares={mayCompare(member)} lesson={lesson} others={projects.filter((other) => other.id !== project.id).map(({ id, name }) => ({ id, name }))} />
      <UnsentProvider projectId={projectId} memberId={member.memberId} userId={member.userId ?? ""}>
        <AreaWords of={["unsent"]}><UnsentNotice /></AreaWords>
        <Arrival />
        <main id="main" className="screen" tabIndex={-1}>{children}</main>
      </UnsentProvider>
    </div>
  );
}
